import { JSONParser } from '@streamparser/json';
import { foreignCrs } from '../control/crs.ts';
import { featureCells } from './flat.ts';
import { LONGEST, UnreadableFile, type Read } from './rows.ts';

/** The features of a collection one by one, none kept once it is read. */
export async function* geojsonRows(pieces: AsyncIterable<string>, cut = false): AsyncGenerator<Read> {
  const parser = new JSONParser({ paths: ['$.features.*', '$.type', '$.crs'], keepStack: false });
  let number = 0;
  let since = 0;
  let [found, type]: [Read[], unknown] = [[], undefined];
  let broken: string | undefined;
  let fault: UnreadableFile | undefined;
  parser.onValue = ({ value, key }) => {
    if (key === 'type') type = value;
    else if (key === 'crs') {
      const foreign = foreignCrs(value);
      if (foreign !== undefined) fault = new UnreadableFile({ code: 'crs', name: foreign });
    } else {
      since = 0;
      number += 1;
      found.push(readOf(value, number));
    }
  };
  parser.onError = (error) => void (broken = error.message);
  const PART = 65_536;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PART) {
      const part = piece.slice(at, at + PART);
      since += part.length;
      write(parser, part.replace(/^\uFEFF/, ''));
      if (fault) throw fault;
      if (broken !== undefined && !cut)
        throw new UnreadableFile({ code: 'broken', number: number + 1, message: broken.slice(0, 120) });
      yield* found;
      found = [];
      if (broken !== undefined) return;
      if (since > LONGEST)
        throw new UnreadableFile({ code: 'row-too-long', number: number + 1, megabytes: LONGEST / 1e6 });
    }
  }
  if (cut) return;
  if (!parser.isEnded)
    throw new UnreadableFile({ code: 'broken', number: number + 1, message: 'it breaks off' });
  if (number === 0 || type !== 'FeatureCollection') throw new UnreadableFile({ code: 'no-features' });
}

function write(parser: JSONParser, text: string): void {
  try {
    parser.write(text);
  } catch {
    // It has been told to `onError`.
  }
}

function readOf(value: unknown, number: number): Read {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { refused: { number, fault: { code: 'not-feature' } } };
  const cells = featureCells(value as Record<string, unknown>);
  return cells instanceof Map
    ? { row: { number, cells } }
    : { refused: { number, fault: { code: 'not-point', type: cells.type } } };
}
