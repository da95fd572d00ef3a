import { UnreadableXml, xmlReader, type XmlHandler } from '../xml.ts';
import { Gathered } from './gathered.ts';
import { gpxFeatures } from './gpx.ts';
import { Unreadable } from './input.ts';
import { kmlFeatures } from './kml.ts';

const KINDS: Readonly<Record<string, (gathered: Gathered) => XmlHandler>> = {
  kml: kmlFeatures,
  gpx: gpxFeatures,
};

/** Whether a text begins as KML or GPX do, or as any XML does. */
export const looksLikeXml = (text: string): boolean =>
  /^[\uFEFF\s]*<(\?xml|!doctype (kml|gpx)|!--|(\w+:)?(kml|gpx)[\s>])/i.test(text.slice(0, 1000));

/** So many letters are read before others are let work. */
const PART = 1 << 18;

/** KML or GPX as a collection of GeoJSON. Throws `Unreadable` with the reason where it is neither. */
export async function featuresOfXml(text: string, rest: () => Promise<void>): Promise<unknown> {
  const gathered = new Gathered();
  let handler: XmlHandler | undefined;
  const reader = xmlReader({
    open(name, attributes) {
      if (!handler) {
        const kind = KINDS[name];
        if (!kind) throw new Unreadable({ code: 'other-xml', root: name.slice(0, 40) });
        handler = kind(gathered);
      }
      handler.open(name, attributes);
    },
    close: (name, words) => handler?.close(name, words),
  });
  try {
    for (let at = 0; at < text.length; at += PART) {
      reader.write(text.slice(at, at + PART));
      await rest();
    }
    reader.end();
  } catch (error) {
    if (error instanceof UnreadableXml) {
      const { fault } = error;
      throw new Unreadable(fault.code === 'doctype' ? fault : { ...fault, code: 'broken-xml' });
    }
    throw error;
  }
  return gathered.collection();
}
