import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** How many pictures are rendered at a time; the others wait in line. */
const AT_ONCE = 2;

interface Job {
  readonly svg: string;
  readonly scale: number;
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}
interface Answer {
  readonly png?: Uint8Array;
  readonly error?: string;
}

const waiting: Job[] = [];
const idle: Worker[] = [];
let alive = 0;

/** A picture could not be rendered. */
export class PngError extends Error {
  override readonly name = 'PngError';
}

/**
 * Render an SVG document to PNG in a worker thread, with the fonts that ship and no others.
 *
 * @param options.scale pixels of the PNG for one unit of the SVG, more than 0 and at most 4
 * @throws PngError where the SVG is no good or the worker ends; the process and later pictures are not touched by it
 */
export function renderPng(svg: string, { scale }: { scale: number }): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= 4))
    return Promise.reject(new PngError(`scale is ${scale}; it lies between 0 and 4`));
  return new Promise((resolve, reject) => {
    waiting.push({ svg, scale, resolve, reject });
    next();
  });
}

function next(): void {
  const worker = idle.pop() ?? (alive < AT_ONCE && waiting.length > 0 ? start() : undefined);
  if (!worker) return;
  const job = waiting.shift();
  if (!job) {
    idle.push(worker);
    return;
  }
  give(worker, job);
}

/** The worker's file as it stands in the sources: this code may run from a bundle, the worker never does. */
function start(): Worker {
  alive += 1;
  return new Worker(join(process.cwd(), 'src/lib/server/draw/png-worker.ts'));
}

function give(worker: Worker, job: Job): void {
  const done = (): void => {
    // Only our own listeners: the worker's inner ones keep its messages flowing.
    worker.off('message', answered).off('error', failed).off('exit', ended);
    // An idle worker must not keep the process from ending.
    worker.unref();
  };
  const lost = (why: string): void => {
    done();
    alive -= 1;
    // A late error of a worker that is given up has no one to go to; unheard, it would end the process.
    worker.on('error', () => undefined);
    void worker.terminate();
    job.reject(new PngError(`the picture could not be rendered: ${why}`));
    next();
  };
  const answered = ({ png, error }: Answer): void => {
    done();
    idle.push(worker);
    if (png) job.resolve(png);
    else job.reject(new PngError(`the picture could not be rendered: ${error ?? 'no reason given'}`));
    next();
  };
  const failed = (error: Error): void => lost(error.message);
  const ended = (code: number): void => lost(`the worker ended with code ${code}`);
  worker.ref();
  worker.on('message', answered).on('error', failed).on('exit', ended);
  worker.postMessage({ svg: job.svg, scale: job.scale });
}
