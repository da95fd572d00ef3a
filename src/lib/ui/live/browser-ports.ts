import type { Ports } from './follow.ts';

/** What following needs, as a browser has it. */
export const browserPorts: Ports = {
  open(told, lost) {
    const source = new EventSource('/live');
    source.addEventListener('edition', (event) => told(Number((event as MessageEvent<string>).data)));
    source.addEventListener('error', () => {
      // Where the connection alone was cut, the browser comes back by itself, after as long as the server said.
      if (source.readyState === EventSource.CLOSED) lost();
    });
    return () => source.close();
  },
  ask: async () => (await manifestOf('latest'))?.edition,
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

interface Manifest {
  readonly edition: number;
  readonly changes: number;
}

/** What an edition says of itself; undefined where nobody answers. */
export async function manifestOf(edition: number | 'latest'): Promise<Manifest | undefined> {
  try {
    const answer = await fetch(`/data/${edition}/manifest.json`);
    return answer.ok ? ((await answer.json()) as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
