// `npm run salient -- <command>`: what an operator does from the terminal. Plain Node, no build.
import { renameSync, existsSync } from 'node:fs';
import { BadConfig, readConfig, type Config } from '#lib/server/config.ts';
import { faultLine, SEED_AUTHOR } from '#lib/server/geodata/seed.ts';
import { readGeodata } from '#lib/server/geodata/read.ts';
import { basemapFaults } from '#lib/server/geodata/basemap-check.ts';
import { demonstrationOf, retractAll } from '#lib/server/geodata/remove.ts';
import { CannotStart, databaseFile, openStore, prepareStore } from '#lib/server/prepare.ts';
import { addUser } from './add-user.ts';
import { backup, restore } from './copies.ts';
import { importControl } from './import-control.ts';
import { importEvents } from './import-events.ts';
import { importPlaces } from './import-places.ts';

interface Command {
  readonly name: string;
  readonly help: string;
  run(config: Config, args: readonly string[]): Promise<number>;
}

const COMMANDS: readonly Command[] = [
  {
    name: 'check-geodata',
    help: 'check every file under geodata/ and print each fault with file, feature and reason',
    async run(config) {
      const { editions, faults } = readGeodata(config.geodata);
      const all = [...faults, ...basemapFaults(config.geodata)];
      for (const fault of all) console.error(faultLine(fault));
      const count = (pick: (e: (typeof editions)[number]) => readonly unknown[]): number =>
        editions.reduce((sum, e) => sum + pick(e).length, 0);
      console.log(
        `geodata: ${editions.length} editions, ${count((e) => e.places)} places, ${count((e) => e.reports)} reports, ` +
          `${count((e) => e.events)} events, ${count((e) => e.ledgers)} ledgers, ${count((e) => e.statements)} statements; ` +
          `${all.length} faults`,
      );
      return all.length === 0 ? 0 : 1;
    },
  },
  {
    name: 'prepare',
    help: 'create the database and load what ships, without serving',
    async run(config) {
      const { edition, seeded } = await prepareStore(config);
      console.log(
        `${databaseFile(config)}: edition ${edition}${seeded ? `, ${seeded} made from ${config.geodata}/` : ''}`,
      );
      return 0;
    },
  },
  {
    name: 'add-user',
    help: 'add-user [--role admin]: print a link by which somebody joins the desk',
    run: (config, args) => addUser(args, config),
  },
  {
    name: 'backup',
    help: 'backup <file>: copy everything into one file while the site runs, checked by its digests',
    run: async (config, args) => backup(args, config),
  },
  {
    name: 'restore',
    help: 'restore <file>: put such a copy in the place of the database; what was there is kept',
    run: (config, args) => restore(args, config),
  },
  {
    name: 'verify-audit',
    help: 'walk the audit log from its beginning and tell whether every entry follows from the one before',
    async run(config) {
      const store = await openStore(config);
      const fault = await store.work.verifyAudit();
      const [last] = await store.work.audit(1);
      await store.close();
      if (fault) console.error(`salient: entry ${fault.number} of the audit log ${fault.reason}.`);
      else console.log(`audit log: ${last?.number ?? 0} entries, each follows from the one before`);
      return fault ? 1 : 0;
    },
  },
  {
    name: 'remove-demonstration',
    help: 'move an untouched demonstration away, or retract it beside your own work; the gazetteer stays',
    async run(config) {
      if (!existsSync(databaseFile(config))) {
        console.log('There is no database yet. Start with SALIENT_SEED=gazetteer npm start');
        return 0;
      }
      const store = await openStore(config);
      if ((await demonstrationOf(store, SEED_AUTHOR)).length === 0) {
        await store.close();
        console.log('There is no demonstration in this store; nothing was changed.');
        return 0;
      }
      const authors = await store.desk.authors();
      const untouched = authors.every((author) => author === SEED_AUTHOR);
      if (!untouched) {
        const count = await retractAll(store, SEED_AUTHOR, Date.now());
        await store.close();
        console.log(
          `Retracted ${count} items of the demonstration in a new edition; your own work and the gazetteer stay.`,
        );
        return 0;
      }
      await store.close();
      const kept = `${databaseFile(config)}.demonstration-${new Date().toISOString().slice(0, 19).replace(/:/g, '')}`;
      for (const tail of ['', '-wal', '-shm']) {
        if (existsSync(databaseFile(config) + tail)) renameSync(databaseFile(config) + tail, kept + tail);
      }
      await prepareStore({ ...config, seed: 'gazetteer' });
      console.log(
        `The demonstration is moved to ${kept}; the store has the gazetteer and nothing else. Start with SALIENT_SEED=gazetteer npm start`,
      );
      return 0;
    },
  },
  {
    name: 'import',
    help: 'import control <files>: days of the front, see docs/import-control.md; import events <file>: events of a table or a map, see docs/import-events.md; import places: the gazetteer that ships',
    async run(config, [what, ...args]) {
      if (what === 'control') return importControl(args, config);
      if (what === 'events') return importEvents(args, config);
      if (what === 'places') return importPlaces(args, config);
      console.error(
        `salient: ${what ? `cannot import "${what}"` : 'import what?'} There is: import control <files>, import events <file>, import places`,
      );
      return 2;
    },
  },
  {
    name: 'export',
    help: 'export widget "<address>" --out <folder>, export site --out <folder>: copies that need this site no more, see docs/export.md',
    // Drawing needs much that no other command does.
    run: async (config, args) => (await import('./export.ts')).exportCopy(args, config),
  },
];

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS.find((c) => c.name === name);
  if (!command) {
    if (name && name !== 'help') console.error(`salient: no command "${name}".`);
    console.log('Commands:');
    for (const c of COMMANDS) console.log(`  ${c.name.padEnd(22)} ${c.help}`);
    return name && name !== 'help' ? 1 : 0;
  }
  return command.run(readConfig(process.env), args);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof CannotStart) && !(error instanceof BadConfig)) throw error;
    console.error(`salient: ${error.message}`);
    process.exitCode = 1;
  },
);
