// The moving map of a widget. The widget is whole without it: this fetches the edition's files and MapLibre, and lays
// the map over the picture.
import { BOOT_ID, type LiveBoot } from './boot.ts';
import { tellHeight } from './height.ts';
import { hostOf } from './host.ts';
import { catchLinks } from './links.ts';
import { liveOver } from './live.ts';
import type { Edition } from './stage.ts';

/** @param filesOf where the edition's files are, if elsewhere than the page says */
export function startWidget(filesOf = (boot: LiveBoot): LiveBoot['files'] => boot.files): void {
  const text = document.getElementById(BOOT_ID)?.textContent;
  const article = document.querySelector('article');
  const maps = article?.querySelector<HTMLElement>('.maps');
  if (!text || !article || !maps) return;
  const boot = JSON.parse(text) as LiveBoot;
  start({ ...boot, files: filesOf(boot) }, article, maps);
}

function start(boot: LiveBoot, over: HTMLElement, box: HTMLElement): void {
  const host = hostOf((asked) => live.ask(asked));
  const live = liveOver(over, boot, host, () => open(boot));
  tellHeight(over, box, host);
  catchLinks(host, live.showAddress);
  addEventListener('pagehide', () => host.tell({ type: 'gone' }));
  live.wake();
}

async function open(boot: LiveBoot): Promise<Edition> {
  const [data, control, { openEdition }] = await Promise.all([
    fetched(boot.files.map).then((answer) => answer.json() as Promise<unknown>),
    fetched(boot.files.control).then((answer) => answer.arrayBuffer()),
    import('./stage.ts'),
  ]);
  return openEdition(boot, data, new Uint8Array(control));
}

async function fetched(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}
