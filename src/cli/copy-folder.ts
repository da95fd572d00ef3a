import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Stands in the folder of every copy and says what it is: by it a folder is known that may be replaced. */
export const MARK = 'copy.json';

/** Why no copy could be made, in one line with what to do. */
export class CannotCopy extends Error {
  override readonly name = 'CannotCopy';
}

/** A folder that is being filled. */
export interface Filling {
  /** @param name with slashes, below the folder */
  write(name: string, content: string | Uint8Array): void;
}

/**
 * Fill a folder: it is written beside its place and moved there when it is whole, so that what breaks off leaves
 * nothing.
 *
 * @param out as it was named, which is how it is spoken of
 * @throws CannotCopy where the folder is taken or cannot be written
 */
export async function fillFolder(
  out: string,
  { replace }: { readonly replace: boolean },
  fill: (folder: Filling) => Promise<void>,
): Promise<void> {
  const to = resolve(out);
  checkPlace(to, out, replace);
  const beside = `${to}.unfinished-${process.pid}`;
  let made = beside;
  const remove = (): void => rmSync(made, { recursive: true, force: true });
  const interrupted = (): void => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    // The first folder that was not there: if all comes to nothing, none that was made for it stays.
    const first = mkdirSync(dirname(to), { recursive: true });
    if (first) made = first;
    mkdirSync(beside);
    await fill({
      write(name, content) {
        const file = join(beside, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      },
    });
    moveTo(beside, to);
  } catch (error) {
    remove();
    throw told(error, out);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  }
}

/** Ask early whether a folder can be filled, before anything is made for it. */
export function checkPlace(to: string, out: string, replace: boolean): void {
  const found = statSync(to, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) throw new CannotCopy(`"${out}" is a file; name a folder with --out`);
  if (readdirSync(to).length === 0) return;
  if (!replace)
    throw new CannotCopy(
      `the folder "${out}" is not empty; name another, or give --replace where it holds an earlier copy`,
    );
  if (!existsSync(join(to, MARK)))
    throw new CannotCopy(
      `the folder "${out}" holds something that is no copy of ours (it has no ${MARK}), so it is not replaced; name another folder`,
    );
}

function moveTo(beside: string, to: string): void {
  if (!existsSync(to)) return renameSync(beside, to);
  const before = `${to}.replaced-${process.pid}`;
  renameSync(to, before);
  try {
    renameSync(beside, to);
  } catch (error) {
    renameSync(before, to);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}

/** What the system refused, and what helps. */
function told(error: unknown, out: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CannotCopy(
      `the disk is full: "${out}" could not be written, and nothing of it was left; make room or name a folder on another disk`,
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new CannotCopy(
      `"${out}" cannot be written by this user; name another folder or change its rights`,
    );
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  if (typeof code === 'string' && typeof path === 'string' && path.startsWith(dirname(resolve(out))))
    return new CannotCopy(`"${out}" is no name for a folder here (${code}); name another`);
  return error;
}
