// `npm run bench [name …]`: every figure that the README names, one JSON line each. Seeded, so that runs compare.
import { asOf } from './as-of.ts';
import { dayStep } from './day-step.ts';
import { embed } from './embed.ts';
import { eventIndex } from './event-index.ts';
import { firstPaint } from './first-paint.ts';
import { growth } from './growth.ts';
import { ledger } from './ledger.ts';
import { pan } from './pan.ts';
import { picture } from './picture.ts';
import { scrub } from './scrub.ts';
import { publish } from './publish.ts';
import { save } from './save.ts';
import { start } from './start.ts';

/** One figure, with the peer that was measured in the same run. */
export interface Figure {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  readonly vs: string;
  /** How many times the peer's figure is ours. */
  readonly ratio: number;
}

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  'as-of': asOf,
  'day-step': dayStep,
  embed,
  'event-index': eventIndex,
  'first-paint': firstPaint,
  ledger,
  'ledger-growth': growth,
  'ledger-scrub': scrub,
  pan,
  picture,
  publish,
  save,
  start,
};

const chosen = process.argv.slice(2);
for (const name of chosen) {
  if (!(name in BENCHES)) {
    console.error(`No bench "${name}"; there are: ${Object.keys(BENCHES).join(', ')}.`);
    process.exit(1);
  }
}
for (const [name, run] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const figure of await run()) console.log(JSON.stringify(figure));
}
