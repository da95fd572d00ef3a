import { parseArgs } from 'node:util';
import { LANGS } from '#lib/domain/text.ts';
import type { Config } from '#lib/server/config.ts';
import { planPlaces, writePlaces } from '#lib/server/imports/places.ts';
import { openStore } from '#lib/server/prepare.ts';
import { planWords } from '#lib/words/import-plan.ts';
import { importWords } from '#lib/words/import.ts';

export const USAGE = 'import places [--publish] [--lang en|uk] [--dry-run]';

/** `import places`: bring the gazetteer that ships to a store that has work of its own; what it has stays as it is. */
export async function importPlaces(args: readonly string[], config: Config): Promise<number> {
  const wish = wanted(args);
  if ('fault' in wish) {
    console.error(`salient: ${wish.fault}`);
    console.error(`usage: npm run salient -- ${USAGE}`);
    return 2;
  }
  const { lang, publish, dryRun } = wish;
  const words = planWords[lang];
  const store = await openStore(config);
  try {
    const plan = await planPlaces(store, config.geodata);
    console.log(words.placesAdded(plan.added.length));
    if (plan.known > 0) console.log(words.placesKnown(plan.known));
    if (dryRun) {
      console.log(`\n${importWords[lang].dry}`);
      return 0;
    }
    const edition = await writePlaces(store, plan, { publish, now: Date.now() });
    if (plan.added.length > 0) console.log(words.written(plan.added.length));
    else if (edition === undefined) console.log(words.nothing);
    if (edition !== undefined) console.log(words.published(edition));
    else if (plan.added.length + plan.waiting.length > 0) console.log(words.draft);
    return 0;
  } finally {
    await store.close();
  }
}

function wanted(args: readonly string[]) {
  const options = {
    publish: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'en' },
    'dry-run': { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const lang = LANGS.find((l) => l === values.lang);
    if (!lang) return { fault: `--lang is ${LANGS.join(', ')}; not "${values.lang}"` };
    return { lang, publish: values.publish, dryRun: values['dry-run'] };
  } catch (error) {
    // Node says more in its further sentences than anybody needs.
    return { fault: error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : String(error) };
  }
}
