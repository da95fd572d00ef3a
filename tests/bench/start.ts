import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './main.ts';
import { round } from './measure.ts';

/** Milliseconds from the command to the line with the address: the first start, which loads what ships, and the second. */
export async function start(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  try {
    const first = await untilServing(folder);
    const second = await untilServing(folder);
    return [
      {
        bench: 'second-start',
        value: round(second),
        unit: 'ms',
        vs: 'the first start, which makes the database',
        ratio: round(first / second),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilServing(data: string): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    env: { ...process.env, SALIENT_DATA: data, PORT: '3993', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => String(text).includes('Salient is at') && resolve());
    child.on('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
  });
  const taken = performance.now() - before;
  child.removeAllListeners('exit');
  await new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill('SIGTERM');
  });
  return taken;
}
