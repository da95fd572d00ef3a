import { versionOf } from '#lib/domain/history/edition.ts';
import { openControl, packControl, type FrontHistory } from '#lib/domain/control/control-file.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { controlFrom, type Control } from '#lib/scene/control.ts';
import type { EditionReader } from '../store/store.ts';
import { bounded } from './bounded.ts';
import { compiledControl } from './compiled.ts';
import { keptControl, withoutState } from './kept.ts';

interface Opened {
  readonly control: Control;
  readonly file: Uint8Array;
  readonly fronts: readonly FrontHistory[];
}

const memory = bounded<Promise<Opened>>(8);

/** The control of an edition, opened once for each digest. */
export const controlOf = async (reader: EditionReader): Promise<Control> => (await opened(reader)).control;

/** The fronts of an edition through time. */
export const frontsOf = async (reader: EditionReader): Promise<readonly FrontHistory[]> =>
  (await opened(reader)).fronts;

/** The file of control of an edition, as `/data/{edition}/control.ledger` sends it. */
export const controlFileOf = async (reader: EditionReader): Promise<Uint8Array> =>
  (await opened(reader)).file;

const opened = (reader: EditionReader): Promise<Opened> =>
  memory(versionOf(reader.edition), async () => {
    const ledgers = await reader.ledgers();
    const kept = await keptControl(reader);
    const statements = kept?.statements ?? (await reader.statements());
    const file = kept?.bytes ?? controlFile(ledgers, statements);
    const inside = openControl(file);
    return {
      file,
      fronts: inside.fronts,
      control: controlFrom(inside, ledgers, statements.map(withoutState)),
    };
  });

/** Control of statements that are in no store. */
export const makeControl = (ledgers: readonly Ledger[], statements: readonly Statement[]): Control =>
  controlFrom(openControl(controlFile(ledgers, statements)), ledgers, statements);

function controlFile(ledgers: readonly Ledger[], statements: readonly Statement[]): Uint8Array {
  const { index, pieces } = compiledControl(ledgers, statements);
  return packControl(index, (name) => pieces.get(name) as Uint8Array);
}
