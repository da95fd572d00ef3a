import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { basemapFaults } from './geodata/basemap-check.ts';
import { DamagedGeodata, seed } from './geodata/seed.ts';
import { openSqlite } from './store/sqlite/open.ts';
import type { Store } from './store/store.ts';

/** Something an operator must mend before the program can go on, in one line. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

export const databaseFile = (config: Pick<Config, 'data'>): string => join(config.data, 'salient.db');

/** Open the store of a configuration; where it cannot be opened, a line that says what to mend. */
export async function openStore(config: Pick<Config, 'data'>): Promise<Store> {
  try {
    mkdirSync(config.data, { recursive: true });
    accessSync(config.data, constants.W_OK | constants.X_OK);
  } catch {
    throw new CannotStart(
      `the data folder "${config.data}" cannot be written; give it to this user or set SALIENT_DATA to another folder.`,
    );
  }
  try {
    return await openSqlite(databaseFile(config));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(
      `the database "${databaseFile(config)}" cannot be opened (${reason}); restore it from a backup or move it away to start afresh.`,
    );
  }
}

/** Make the store ready to be served: created, up to date, and seeded if it is empty and a seed is wanted. */
export async function prepareStore(
  config: Config,
): Promise<{ edition: number; seeded: number; hasAdmin: boolean }> {
  const store = await openStore(config);
  try {
    // Pictures are drawn over these files on every start, not only on the one that fills the store.
    const faults = basemapFaults(config.geodata);
    if (faults.length > 0) throw new DamagedGeodata(faults);
    const seeded = config.seed === 'none' ? 0 : await seed(store, config.geodata, config.seed);
    const hasAdmin = (await store.accounts.people()).some((p) => p.role === 'admin');
    return { seeded, edition: (await store.public.head()).number, hasAdmin };
  } catch (error) {
    if (error instanceof DamagedGeodata) {
      throw new CannotStart(
        `the shipped data are damaged: ${config.geodata}/${error.message}. Restore the file (git checkout -- ${config.geodata}) or see all faults with: npm run geodata`,
      );
    }
    throw error;
  } finally {
    await store.close();
  }
}
