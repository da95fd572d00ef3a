import { UnreadableXml, xmlReader } from '../xml.ts';
import { LAT, LNG, LONGEST, plainText, UnreadableFile, type Read } from './rows.ts';

/** Most characters of a file of KML. */
const MOST = 60_000_000;
const GEOMETRY = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Track', 'Model'];

/** The placemarks of a KML file: name, description, folder, time and extended data are their columns. */
export async function* kmlRows(pieces: AsyncIterable<string>, cut = false): AsyncGenerator<Read> {
  let fault: UnreadableFile | undefined;
  const fail = (own: UnreadableFile['fault']): void => void (fault ??= new UnreadableFile(own));
  let found: Read[] = [];
  let [number, length, since, letters] = [0, 0, 0, 0];
  let cells: Map<string, string> | undefined;
  let shapes: string[] = [];
  const open: string[] = [];
  const folders: string[] = [];
  let data = '';
  const reader = xmlReader({
    open(own, attributes) {
      if (open.length === 0 && own !== 'kml') throw new UnreadableFile({ code: 'no-features' });
      open.push(own);
      letters = 0;
      if (own === 'Folder' || own === 'Document') folders.push('');
      if (own === 'Placemark') {
        number += 1;
        since = length;
        shapes = [];
        cells = new Map(
          folders.filter(Boolean).length > 0 ? [['folder', folders.filter(Boolean).join(' / ')]] : [],
        );
        const { id } = attributes;
        if (typeof id === 'string') cells.set('$id', id);
      }
      if (own === 'Data' || own === 'SimpleData') data = String(attributes['name'] ?? '');
      if (cells && GEOMETRY.includes(own)) shapes.push(own);
    },
    text(more) {
      letters += more.length;
      if (letters > LONGEST)
        throw new UnreadableFile({
          code: 'row-too-long',
          number: Math.max(1, number),
          megabytes: LONGEST / 1e6,
        });
    },
    close(own, text) {
      open.pop();
      letters = 0;
      const parent = open.at(-1);
      const said = plainText(text);
      if (own === 'Folder' || own === 'Document') folders.pop();
      if (own === 'name' && (parent === 'Folder' || parent === 'Document') && folders.length > 0)
        folders[folders.length - 1] = parent === 'Folder' ? said : '';
      if (!cells) return;
      if (own === 'Placemark') {
        const strange = shapes.filter((s) => s !== 'Point');
        if (strange[0] !== undefined || shapes.length > 1)
          found.push({
            refused: { number, fault: { code: 'not-point', type: strange[0] ?? 'MultiGeometry' } },
          });
        else found.push({ row: { number, cells } });
        cells = undefined;
      } else if (own === 'coordinates' && parent === 'Point') {
        const [lng = '', lat = ''] = said.split(',');
        cells.set(LNG, lng.trim());
        cells.set(LAT, lat.trim());
      } else if ((own === 'value' && parent === 'Data') || own === 'SimpleData') cells.set(data, said);
      else if (['when', 'begin', 'end'].includes(own) || (parent === 'Placemark' && said !== ''))
        cells.set(own, said);
    },
  });
  const read = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof UnreadableFile) fault ??= error;
      else if (!(error instanceof UnreadableXml)) throw error;
      else if (error.fault.code === 'doctype') fail({ code: 'doctype' });
      else fail({ code: 'broken', number: error.fault.line, message: error.fault.message });
    }
  };
  const PART = 65_536;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PART) {
      const part = piece.slice(at, at + PART);
      length += part.length;
      if (length > MOST) fail({ code: 'too-large', megabytes: MOST / 1e6 });
      if (cells && length - since > 2 * LONGEST)
        fail({ code: 'row-too-long', number, megabytes: LONGEST / 1e6 });
      if (!fault) read(() => reader.write(part));
      yield* found;
      found = [];
      if (fault && !(cut && number > 0)) throw fault;
      if (fault) return;
    }
  }
  if (cut) return;
  read(() => reader.end());
  if (fault) throw fault;
  if (number === 0) throw new UnreadableFile({ code: 'no-features' });
}
