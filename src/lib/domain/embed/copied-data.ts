/** The name under which the script with the data leaves them. */
export const COPIED_DATA = 'salientCopy';

/** The files of an edition that a moving map is made from, as texts; the ground in base64. */
export interface CopiedData {
  readonly map: string;
  readonly control: string;
  readonly basemap: string;
  readonly names: string;
}

/** A script that leaves the data for the one after it. */
export const copiedDataScript = (data: CopiedData): string =>
  `globalThis.${COPIED_DATA} = ${JSON.stringify(data)};\n`;
