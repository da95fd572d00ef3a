import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#lib/domain/access/access.ts';
import { linkAddress, makeLink } from '#lib/server/auth/entry.ts';
import type { Config } from '#lib/server/config.ts';
import { openStore } from '#lib/server/prepare.ts';

const GIVEN = ROLES.filter((role) => role !== 'none');

/** `add-user [--role admin|editor|contributor] [--for "Olha"]`: a link that leads in once, for a week. */
export async function addUser(args: readonly string[], config: Config): Promise<number> {
  let role: string;
  let note: string;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { role: { type: 'string', default: 'contributor' }, for: { type: 'string', default: '' } },
    });
    ({ role, for: note } = values);
  } catch (error) {
    console.error(`salient: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  if (!(GIVEN as readonly string[]).includes(role)) {
    console.error(`salient: there is no role "${role}"; give --role ${GIVEN.join(', --role ')}`);
    return 2;
  }
  const store = await openStore(config);
  try {
    const token = await makeLink(store, { purpose: 'join', role: role as Role }, note, 'terminal');
    console.log(
      `Open this link to join the desk as ${role}; it works once, within a week:\n\n  ${linkAddress(config.origin, token)}\n`,
    );
    console.log(`Set SALIENT_ORIGIN if the site is reached under another address than ${config.origin}.`);
  } finally {
    await store.close();
  }
  return 0;
}
