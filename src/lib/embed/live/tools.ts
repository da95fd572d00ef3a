import type { Day } from '#lib/domain/time/day.ts';
import type { Lang } from '#lib/domain/text.ts';
import { mediumDay } from '#lib/words/dates.ts';
import { embedWords } from '#lib/words/embed.ts';
import { liveWords } from '#lib/words/embed-live.ts';
import { button, element } from './element.ts';

interface ToolsOptions {
  readonly lang: Lang;
  /** Whether the reader is given any; the day is said in any case. */
  readonly controls: boolean;
  /** Two days that meet at a line. */
  readonly two: { readonly before: Day; readonly after: Day } | undefined;
  zoom(steps: number): void;
  step(days: number): void;
  meet(at: number): void;
}

export interface Tools {
  readonly elements: readonly HTMLElement[];
  say(day: Day, first: Day, last: Day): void;
}

/** What stands over the moving map: nearer and further, a day back and on, or where two days meet. */
export function toolsOf(options: ToolsOptions): Tools {
  const { lang, controls, two } = options;
  const t = liveWords[lang];
  const named = (sign: string, label: string, act: () => void): HTMLButtonElement => {
    const made = button(sign, 'tool', act);
    made.setAttribute('aria-label', label);
    made.title = label;
    return made;
  };
  const day = element('span', { class: 'day' });
  const back = named('‹', t.dayBefore, () => options.step(-1));
  const on = named('›', t.dayAfter, () => options.step(1));
  const days = element('div', { class: 'days' }, ...(controls ? [back, day, on] : [day]));
  const zoom = element(
    'div',
    { class: 'zoom' },
    named('+', t.zoomIn, () => options.zoom(1)),
    named('−', t.zoomOut, () => options.zoom(-1)),
  );
  const shown = [...(two ? meeting(two, options) : [days]), ...(controls ? [zoom] : [])];
  return {
    elements: shown,
    say(now, first, last) {
      day.textContent = mediumDay(lang, now);
      // Not disabled, which would drop the focus of who steps up to the end.
      back.setAttribute('aria-disabled', String(now <= first));
      on.setAttribute('aria-disabled', String(now >= last));
    },
  };
}

/** Both days by name, the line at which they meet, and what moves it. */
function meeting(
  { before, after }: { before: Day; after: Day },
  { lang, meet }: ToolsOptions,
): HTMLElement[] {
  const words = embedWords[lang];
  const line = element('div', { class: 'line' });
  const slider = element('input', { type: 'range', class: 'meet', min: '0', max: '100', value: '50' });
  slider.setAttribute('aria-label', liveWords[lang].meet);
  slider.addEventListener('input', () => {
    line.style.left = `${slider.value}%`;
    meet(Number(slider.value) / 100);
  });
  return [
    line,
    element('span', { class: 'caption' }, words.before(before)),
    element('span', { class: 'caption after' }, words.after(after)),
    slider,
  ];
}
