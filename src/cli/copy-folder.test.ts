import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotCopy, fillFolder, MARK } from './copy-folder.ts';

let within: string;
let out: string;
beforeEach(() => {
  within = mkdtempSync(join(tmpdir(), 'salient-copy-'));
  out = join(within, 'copy');
});
afterEach(() => {
  chmodSync(within, 0o700);
  rmSync(within, { recursive: true, force: true });
});
const fill = (text: string, replace = false): Promise<void> =>
  fillFolder(out, { replace }, async (folder) => {
    folder.write(MARK, '{}');
    folder.write('data/some.txt', text);
  });
const refused = (full: Promise<void>): Promise<unknown> =>
  full.then(
    () => 'was filled',
    (error: unknown) => (error instanceof CannotCopy ? error.message : error),
  );
/** What the system says where it cannot write. */
const failing = (code: string): Promise<void> =>
  fillFolder(out, { replace: true }, async (folder) => {
    folder.write('some.txt', 'a part');
    throw Object.assign(new Error(code), { code });
  });

describe('a folder that is filled', () => {
  it('is there with everything in it, and nothing beside it', async () => {
    mkdirSync(out);
    await fill('first');
    expect(readFileSync(join(out, 'data/some.txt'), 'utf8')).toBe('first');
    expect(readdirSync(within)).toEqual(['copy']);
  });

  it('is not filled again unless it is to be replaced, and then has nothing of what it had', async () => {
    await fill('first');
    writeFileSync(join(out, 'more.txt'), 'of somebody');
    expect(await refused(fill('second'))).toContain(`the folder "${out}" is not empty`);
    expect(readFileSync(join(out, 'data/some.txt'), 'utf8')).toBe('first');
    await fill('second', true);
    expect(readdirSync(out).sort()).toEqual([MARK, 'data']);
    expect(readFileSync(join(out, 'data/some.txt'), 'utf8')).toBe('second');
    expect(readdirSync(within)).toEqual(['copy']);
  });

  it('is never replaced where it holds something else than a copy', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'years of work');
    expect(await refused(fill('second', true))).toContain('holds something that is no copy of ours');
    expect(readdirSync(out)).toEqual(['thesis.txt']);
  });

  it('is no file', async () => {
    writeFileSync(out, 'a file');
    expect(await refused(fill('first', true))).toContain(`"${out}" is a file; name a folder`);
    out = join(out, 'below');
    expect(await refused(fill('first'))).toContain('is no name for a folder here');
    expect(readdirSync(within)).toEqual(['copy']);
  });

  it('is as it was, and says why, where the disk is full', async () => {
    expect(await refused(failing('ENOSPC'))).toContain(`the disk is full: "${out}" could not be written`);
    expect(readdirSync(within)).toEqual([]);
    await fill('first');
    await refused(failing('ENOSPC'));
    expect(readdirSync(within)).toEqual(['copy']);
    expect(readFileSync(join(out, 'data/some.txt'), 'utf8')).toBe('first');
  });

  it('leaves no folder that was made on the way to it', async () => {
    out = join(within, 'a', 'b', 'copy');
    expect(await refused(failing('EACCES'))).toContain('cannot be written by this user');
    expect(existsSync(join(within, 'a'))).toBe(false);
  });
});
