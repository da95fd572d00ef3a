import type { Lang } from '#lib/domain/text.ts';
import { liveWords } from '#lib/words/embed-live.ts';
import { button, element } from './element.ts';

/** A line over the map that says what is wrong, so that nothing around it moves. */
export interface Says {
  /** @param again makes a button that tries again */
  show(key: string, text: string, again?: () => void): void;
  /** An address to be copied, since no window may be opened. */
  showAddress(url: string): void;
  clear(key: string): void;
}

export function saysIn(box: HTMLElement, lang: Lang): Says {
  const t = liveWords[lang];
  const line = element('div', { class: 'says', role: 'status' });
  box.append(line);
  const entries = new Map<string, HTMLElement>();
  const put = (key: string, ...inside: (Node | string)[]): void => {
    entries.get(key)?.remove();
    const entry = element('p', {}, ...inside);
    entries.set(key, entry);
    line.append(entry);
  };
  const clear = (key: string): void => {
    entries.get(key)?.remove();
    entries.delete(key);
  };
  return {
    show(key, text, again) {
      if (!again) return put(key, text);
      put(
        key,
        `${text} `,
        button(t.again, 'again', () => {
          clear(key);
          again();
        }),
      );
    },
    showAddress(url) {
      const close = button('×', 'close', () => clear('address'));
      close.setAttribute('aria-label', t.close);
      put('address', `${t.blocked} `, element('output', { class: 'address' }, url), close);
    },
    clear,
  };
}
