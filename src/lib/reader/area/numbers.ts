// The way from two days on the map to the page that tells them in numbers.
import type { Box } from '#lib/domain/geometry/rings.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { changeToParams } from '#lib/domain/view/change-view.ts';
import type { Outline } from '#lib/domain/view/outline.ts';
import { boxOfFrame } from '#lib/look/mercator.ts';
import type { Reader } from '../reader.svelte.ts';

/** The numbers of two days for an area that was drawn, else for what the map shows now. */
export function numbersHref(reader: Reader, before: Day, outline?: Outline): string {
  const part = outline ? { outline } : { within: seenBox(reader) };
  return address(
    reader.lang,
    '/change',
    carried(reader.view),
    changeToParams({ from: before, to: reader.day, ...part }),
  );
}

/** What the map shows, in degrees to the fourth decimal, as an address can hold it. */
function seenBox({ frame }: Reader): Box {
  const [w, s, e, n] = boxOfFrame(frame);
  const kept = (degrees: number, most: number): number =>
    Number(Math.max(-most, Math.min(most, degrees)).toFixed(4)) + 0;
  return [kept(w, 180), kept(s, 85), kept(e, 180), kept(n, 85)];
}
