import { unprojection } from '#lib/look/mercator.ts';
import { actionOf, type Action } from '#lib/ui/help/keys.ts';
import { hasSingleKeys, isSingleKey } from '#lib/ui/help/single-keys.ts';
import { closeComparison } from './compare/comparison.ts';
import type { Reader } from './reader.svelte.ts';

/** Lengths of the window, from short to long. */
const WINDOWS = [1, 7, 30, 'all'] as const;
const PAN_PX = 120;

/** The next shorter or longer window. */
export function windowBeside(now: number | 'all', longer: boolean): number | 'all' {
  const days = (w: number | 'all'): number => (w === 'all' ? Infinity : w);
  const beside = longer
    ? WINDOWS.find((w) => days(w) > days(now))
    : WINDOWS.findLast((w) => days(w) < days(now));
  return beside ?? now;
}

const focus = (selector: string): boolean => {
  const visible = [...document.querySelectorAll<HTMLElement>(selector)].find((e) => e.offsetParent !== null);
  visible?.focus();
  // What was searched before is replaced by what is typed now.
  if (visible instanceof HTMLInputElement) visible.select();
  return visible !== undefined;
};

/** What a key does, wherever on the page it is pressed. Typing is never taken for a command. */
export function pressed(reader: Reader, event: KeyboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target)) return;
  if (isSingleKey(event.key) && !hasSingleKeys()) return;
  const action = actionOf(event);
  if (action && act(reader, action, event)) event.preventDefault();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    !!target.closest('dialog'));

/** @returns whether the key did something */
function act(reader: Reader, action: Action, event: KeyboardEvent): boolean {
  const { steps, first, last } = reader.timeline;
  const inPanel = event.target instanceof Element && event.target.closest('.panel') !== null;
  const to = (day: typeof first | undefined): boolean => {
    // Inside the panel arrows and page keys scroll and move between tabs.
    if (inPanel || day === undefined) return false;
    if (reader.playing) reader.player?.pause();
    reader.toDay(day, true);
    return true;
  };
  const done = (): true => true;
  switch (action) {
    case 'search':
      return focus('#q, #q-phone');
    case 'dayBefore':
      return to(steps.before);
    case 'dayAfter':
      return to(steps.after);
    case 'changeBefore':
      return to(steps.changeBefore);
    case 'changeAfter':
      return to(steps.changeAfter);
    case 'weekBefore':
      return to(steps.weekBefore);
    case 'weekAfter':
      return to(steps.weekAfter);
    case 'first':
      return to(first);
    case 'last':
      return to(last);
    case 'play':
      return (reader.playing ? reader.player?.pause() : reader.player?.play(), done());
    case 'zoomIn':
      return (reader.map.zoom(1), done());
    case 'zoomOut':
      return (reader.map.zoom(-1), done());
    case 'panLeft':
      return (reader.map.pan(-PAN_PX, 0), done());
    case 'panRight':
      return (reader.map.pan(PAN_PX, 0), done());
    case 'panUp':
      return (reader.map.pan(0, -PAN_PX), done());
    case 'panDown':
      return (reader.map.pan(0, PAN_PX), done());
    case 'windowShorter':
      return (reader.change({ window: windowBeside(reader.view.window, false) }), done());
    case 'windowLonger':
      return (reader.change({ window: windowBeside(reader.view.window, true) }), done());
    case 'list':
      return focus('#marks');
    case 'ground': {
      const { width, height } = reader.size;
      reader.open({ kind: 'ground', point: unprojection(reader.frame)([width / 2, height / 2]) });
      return true;
    }
    case 'whole':
      return (reader.wholeFront(), done());
    case 'theme':
      return (reader.change({ theme: reader.theme === 'dark' ? 'light' : 'dark' }, 'replace'), done());
    case 'help':
      return (reader.help(), done());
    case 'close':
      if (reader.card) return (reader.close(), done());
      return reader.view.compare !== undefined && (closeComparison(reader), done());
    default:
      return false;
  }
}
