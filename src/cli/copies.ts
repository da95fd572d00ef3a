import type { Config } from '#lib/server/config.ts';
import { databaseFile } from '#lib/server/prepare.ts';
import { BadCopy, backupTo, restoreFrom } from '#lib/server/store/sqlite/copies.ts';

const told = (editions: number, digest: string | undefined): string =>
  editions === 0
    ? 'nothing published yet'
    : `${editions} ${editions === 1 ? 'edition' : 'editions'}, the newest with digest ${digest}`;

const failed = (error: unknown): number => {
  if (!(error instanceof BadCopy)) throw error;
  console.error(`salient: ${error.message}`);
  return 1;
};

/** `backup <file>`: a whole copy in one file, made while the site runs, and vouched for by the digests of its editions. */
export function backup(args: readonly string[], config: Config): number {
  const [to] = args;
  if (!to || args.length > 1) {
    console.error('salient: say where to: backup <file>');
    return 2;
  }
  try {
    const { editions, digest } = backupTo(databaseFile(config), to);
    console.log(`Copied ${databaseFile(config)} to ${to}: ${told(editions, digest)}; all digests agree.`);
    return 0;
  } catch (error) {
    return failed(error);
  }
}

/** `restore <file>`: put a copy in the place of the database; what was there is kept beside it. */
export async function restore(args: readonly string[], config: Config): Promise<number> {
  const [from] = args;
  if (!from || args.length > 1) {
    console.error('salient: say which copy: restore <file>');
    return 2;
  }
  try {
    const { editions, digest, kept } = await restoreFrom(from, databaseFile(config));
    console.log(
      `Restored ${databaseFile(config)} from ${from}: ${told(editions, digest)}; all digests agree.`,
    );
    if (kept) console.log(`What was there before is kept in ${kept}.`);
    return 0;
  } catch (error) {
    return failed(error);
  }
}
