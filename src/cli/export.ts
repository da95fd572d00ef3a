import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Config } from '#lib/server/config.ts';
import { NoWidget } from '#lib/server/embed/to-copy.ts';
import { CannotStart, databaseFile } from '#lib/server/prepare.ts';
import { BadArguments } from './arguments.ts';
import { CannotCopy } from './copy-folder.ts';
import { exportSite } from './export-site.ts';
import { exportWidget } from './export-widget.ts';

const USAGE = {
  widget: 'export widget "<address>" --out <folder> [--replace]',
  site: 'export site --out <folder> [--edition <number>] [--replace]',
} as const;

/** `export …`: what the public sees, in a folder that needs no server of ours any more. */
export async function exportCopy([what, ...args]: readonly string[], config: Config): Promise<number> {
  if (what !== 'widget' && what !== 'site') {
    console.error(
      `salient: ${what ? `cannot export "${what}"` : 'export what?'} There is: ${Object.values(USAGE).join('; ')}`,
    );
    return 2;
  }
  try {
    if (!existsSync(databaseFile(config)))
      throw new CannotStart(
        `there is no database at ${databaseFile(config)}; set SALIENT_DATA to the folder that the site uses, or start the site once`,
      );
    if (what === 'widget') await exportWidget(widgetWanted(args), config);
    else await exportSite(siteWanted(args), config);
    return 0;
  } catch (error) {
    if (error instanceof BadArguments) {
      console.error(`salient: ${error.message}`);
      console.error(`usage: npm run salient -- ${USAGE[what]}`);
      return 2;
    }
    if (!(error instanceof NoWidget) && !(error instanceof CannotCopy)) throw error;
    console.error(`salient: ${error.message}`);
    return 1;
  }
}

const OUT = { out: { type: 'string' }, replace: { type: 'boolean', default: false } } as const;

function read<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // Node says more in its further sentences than anybody needs.
    throw new BadArguments(error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : String(error));
  }
}

const outOf = (out: string | undefined): string => {
  if (!out) throw new BadArguments('--out is needed: the folder that is made');
  return out;
};

function widgetWanted(args: readonly string[]) {
  const { values, positionals } = read(() =>
    parseArgs({ args: [...args], options: OUT, allowPositionals: true }),
  );
  const [given, ...more] = positionals;
  if (given === undefined)
    throw new BadArguments('no address is given; write it in quotes, as in "/embed?place=…"');
  if (more.length > 0) throw new BadArguments('give one address, in quotes');
  return { address: given, out: outOf(values.out), replace: values.replace };
}

function siteWanted(args: readonly string[]) {
  const { values } = read(() =>
    parseArgs({ args: [...args], options: { ...OUT, edition: { type: 'string' } } }),
  );
  const { edition } = values;
  if (edition !== undefined && !/^[1-9]\d{0,8}$/.test(edition))
    throw new BadArguments(`--edition is the number of an edition; not "${edition}"`);
  return {
    edition: edition === undefined ? undefined : Number(edition),
    out: outOf(values.out),
    replace: values.replace,
  };
}
