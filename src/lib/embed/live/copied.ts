// The moving map of a widget that was copied to another place, as one plain script: modules and fetched files are refused
// to a page that is opened from a disk. The edition's files come as a script before this one.
import { COPIED_DATA, type CopiedData } from '#lib/domain/embed/copied-data.ts';
import { startWidget } from './start.ts';

const fileOf = (part: BlobPart | undefined, type: string): string =>
  // Without the data there is an address that nothing answers, and the map says that it could not be loaded.
  part === undefined ? 'data:missing' : URL.createObjectURL(new Blob([part], { type }));

startWidget(() => {
  const data = (globalThis as { [COPIED_DATA]?: CopiedData })[COPIED_DATA];
  const bytes = data && Uint8Array.from(atob(data.control), (letter) => letter.charCodeAt(0));
  return {
    map: fileOf(data?.map, 'application/json'),
    control: fileOf(bytes, 'application/octet-stream'),
    basemap: fileOf(data?.basemap, 'application/json'),
    names: fileOf(data?.names, 'application/json'),
  };
});
