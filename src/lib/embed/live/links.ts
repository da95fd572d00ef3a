import type { Host } from './host.ts';

/**
 * In a sandbox no window can be opened, and the browser says nothing to the reader. Where that is so, the article is
 * told the address, and it is shown to be copied.
 */
export function catchLinks(host: Host, show: (url: string) => void): void {
  if (self.origin !== 'null') return;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.target !== '_blank') return;
    event.preventDefault();
    const opened = window.open(link.href, '_blank');
    if (opened) {
      opened.opener = null;
      return;
    }
    host.tell({ type: 'link', url: link.href });
    show(link.href);
  });
}
