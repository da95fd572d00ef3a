// The start of the moving map. The page is whole without it: this fetches the edition's files and the components,
// takes over the page that the server drew, and only then lets the map come.
import { readerWords } from '../words/reader.ts';
import { BOOT_ID, ROOT_ID, type Boot } from './boot.ts';

const data = document.getElementById(BOOT_ID)?.textContent;
const root = document.getElementById(ROOT_ID);
if (data && root) void start(JSON.parse(data) as Boot, root);

async function start(boot: Boot, target: HTMLElement): Promise<void> {
  try {
    const [file, control, { takeOver }] = await Promise.all([
      fetched(boot.files.map).then((answer) => answer.json() as Promise<unknown>),
      fetched(boot.files.control).then((answer) => answer.arrayBuffer()),
      import('./take-over.ts'),
    ]);
    await takeOver(boot, file, new Uint8Array(control), target);
  } catch (error) {
    console.info('salient: the moving map could not start', error);
    say(boot, () => void start(boot, target));
  }
}

async function fetched(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

/** A note above the picture, which stays: what failed, and a way to try again. Coming back online tries by itself. */
function say(boot: Boot, again: () => void): void {
  const words = readerWords[boot.lang];
  const note = document.createElement('p');
  note.className = 'note stalled';
  note.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.tryAgain;
  const retry = (): void => {
    removeEventListener('online', retry);
    note.remove();
    again();
  };
  button.addEventListener('click', retry);
  addEventListener('online', retry);
  note.append(`${navigator.onLine ? words.stalled : words.offline} `, button);
  document.getElementById('map-notes')?.append(note);
}
