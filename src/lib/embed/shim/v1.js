// Salient: maps in an article. Turns <salient-map …> and <div data-salient="…"> into frames once they come near,
// sizes them, lets a story move them, and sees to it that of all maps of a page one at a time has the graphics.
// These bytes never change: articles name their hash. What has to change becomes another version.
(() => {
  const NAME = 'salient-map';
  if (customElements.get(NAME)) return;
  const home = new URL(document.currentScript?.src || location.href).origin;
  /** Attributes that are not of the address of a map. */
  const OWN = /^(class|id|style|slot|title|hidden|height|sandbox|query|src|data-.*|aria-.*|role|tabindex)$/;
  /** Maps by their element. */
  const maps = new Map();

  const isDay = (day) => /^\d{4}-\d\d-\d\d$/.test(day);
  const isAt = (at) => ['lng', 'lat', 'zoom'].every((key) => Number.isFinite(at?.[key]));

  /** An address, whole or from its root on, or only what stands behind its question mark. */
  const given = (box) => box.dataset.salient ?? box.getAttribute('query') ?? box.getAttribute('src');
  /** A map of a newsroom's key has an address of its own. */
  const pathOf = (box) =>
    /^(?:https?:\/\/[^/]+)?(\/w\/w-[a-z2-7]{10})(?:\?|$)/.exec(given(box))?.[1] ?? '/embed';

  function queryOf(box) {
    const query = given(box);
    if (query !== null)
      return new URLSearchParams(query.replace(/^(https?:|\/)[^?]*/, '').replace(/^\?/, ''));
    return new URLSearchParams(
      [...box.attributes].filter((a) => !OWN.test(a.name)).map((a) => [a.name, a.value]),
    );
  }

  /** A box that the page gave no size is as high as a map is, so that nothing moves when the map comes. */
  function size(box, params) {
    const { style } = box;
    const { display, position } = getComputedStyle(box);
    if (display === 'inline') style.display = 'block';
    if (position === 'static') style.position = 'relative';
    const height = parseInt(box.getAttribute('height'), 10);
    // What stands in it for now gives no size.
    const { contain } = style;
    style.contain = 'size';
    const isFlat = box.clientHeight < 90;
    style.contain = contain;
    if (height > 0) style.height = `${height}px`;
    else if (isFlat) {
      style.aspectRatio = (params.get('ratio') ?? '4x3').replace('x', '/');
      style.minHeight = '400px';
    }
  }

  class SalientMap {
    constructor(box) {
      this.box = box;
      this.params = queryOf(box);
      this.path = pathOf(box);
      /** Whether the frame has a script that listens, and whether its map has the graphics. */
      this.listens = this.live = false;
      this.waiting = [];
      size(box, this.params);
      this.near = new IntersectionObserver(([seen]) => seen.isIntersecting && this.load(), {
        rootMargin: '300px',
      });
      this.near.observe(box);
    }

    load() {
      if (this.frame) return;
      this.near.disconnect();
      const frame = document.createElement('iframe');
      frame.title = this.box.title || this.box.querySelector('img')?.alt || 'Map';
      frame.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;border:0';
      const sandbox = this.box.getAttribute('sandbox');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.addEventListener('load', () => this.loaded());
      this.frame = frame;
      this.show();
      this.box.append(frame);
    }

    show() {
      if (this.waiting.length) this.params.set('interactive', '1');
      this.frame.src = `${home + this.path}?${this.params}`;
    }

    /** What the page has for the time without a map, a picture say, is kept in <noscript> once there is one. */
    loaded() {
      const { box, frame } = this;
      if (this.kept || !frame) return;
      this.kept = document.createElement('noscript');
      this.kept.append(...[...box.childNodes].filter((node) => node !== frame));
      box.prepend(this.kept);
    }

    /** It is shown again, or still, where our server does not answer; an empty box keeps what the browser says. */
    failed() {
      if (this.box.querySelector(':not(iframe, noscript)')) this.drop();
    }

    /** Back to what the page has without a map. */
    drop() {
      const { frame, kept } = this;
      kept?.replaceWith(...kept.childNodes);
      frame?.remove();
      this.kept = this.frame = undefined;
      this.listens = this.live = false;
    }

    post(message) {
      this.frame.contentWindow.postMessage(
        { salient: 1, ...message },
        this.box.hasAttribute('sandbox') ? '*' : home,
      );
    }

    /** A frame without a script is given one first. */
    ask(message) {
      if (this.listens) return this.post(message);
      this.waiting.push(message);
      if (!this.frame) this.load();
      else if (this.waiting.length === 1) this.show();
    }

    hear(told) {
      const { type, height, day, at, id, url } = told;
      if (type === 'live') {
        for (const other of maps.values()) if (other !== this && other.live) other.post({ type: 'rest' });
        this.listens = this.live = true;
        for (const message of this.waiting.splice(0)) this.post(message);
      } else if (type === 'rest') this.live = false;
      else if (type === 'gone') this.listens = this.live = false;
      else if (type === 'height') {
        const { box } = this;
        if (!(height >= 100 && height <= 4000) || (!this.sized && height <= box.clientHeight)) return;
        this.sized = true;
        box.style.height = `${height}px`;
      } else if ((type === 'ready' || type === 'viewchange') && isDay(day) && isAt(at))
        this.tell(type, { day, at });
      else if (type === 'select' && (id === null || typeof id === 'string')) this.tell(type, { id, url });
      else if (type === 'link' && String(url).startsWith(`${home}/`)) this.tell(type, { url });
    }

    tell(type, detail) {
      this.box.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }

  function mount(box) {
    if (maps.has(box)) return;
    const map = new SalientMap(box);
    maps.set(box, map);
    Object.assign(box, {
      setView: (at) => map.ask({ type: 'setView', at }),
      setDay: (day) => map.ask({ type: 'setDay', day }),
      select: (id) => map.ask({ type: 'select', id }),
      play: (to, perSecond) => map.ask({ type: 'play', to, perSecond }),
    });
  }

  addEventListener('message', ({ source, origin, data }) => {
    if ((origin !== home && origin !== 'null') || data?.salient !== 1) return;
    for (const map of maps.values()) if (map.frame && map.frame.contentWindow === source) map.hear(data);
  });

  // A frame loads, or seems to, where nothing came. Our answers say to any page when they began to come; these did not.
  new PerformanceObserver((list) => {
    for (const { name, responseStart } of list.getEntries())
      if (responseStart === 0) for (const map of maps.values()) if (map.frame?.src === name) map.failed();
  }).observe({ type: 'resource' });

  customElements.define(
    NAME,
    class extends HTMLElement {
      connectedCallback() {
        mount(this);
      }
      disconnectedCallback() {
        maps.get(this)?.near.disconnect();
        maps.get(this)?.drop();
        maps.delete(this);
      }
    },
  );
  const find = () => document.querySelectorAll('[data-salient]').forEach(mount);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', find);
  else find();
})();
