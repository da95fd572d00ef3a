import type { ShortCard } from '#lib/scene/cards.ts';
import { beside } from '#lib/ui/cards/beside.ts';
import { button, element } from './element.ts';

/** A short card beside a mark; with a link where the mark was chosen. */
export interface Cards {
  show(card: ShortCard, at: { x: number; y: number }, link?: { href: string; text: string }): void;
  hide(): void;
}

/** @param onclose called where the reader closes a card */
export function cardsIn(box: HTMLElement, closeText: string, onclose: () => void): Cards {
  const shown = element('div', { class: 'card', role: 'status' });
  shown.hidden = true;
  box.append(shown);
  const line = (name: string, text: string | undefined, lang?: string): HTMLElement[] =>
    text ? [element('p', { class: name, ...(lang ? { lang } : {}) }, text)] : [];
  return {
    show(card, at, link) {
      const close = button('×', 'close', onclose);
      close.setAttribute('aria-label', closeText);
      shown.classList.toggle('chosen', link !== undefined);
      shown.replaceChildren(
        ...line('meta', card.meta),
        ...line('name', card.title.text, card.title.lang),
        ...line('meta', card.sure),
        ...line('meta', card.precision),
        ...(link
          ? [element('a', { href: link.href, target: '_blank', rel: 'noopener' }, link.text), close]
          : []),
      );
      shown.hidden = false;
      const { x, y } = beside(
        at,
        { width: shown.offsetWidth, height: shown.offsetHeight },
        { width: box.clientWidth, height: box.clientHeight },
      );
      shown.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide() {
      shown.hidden = true;
    },
  };
}
