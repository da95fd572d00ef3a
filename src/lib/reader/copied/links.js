// In a copy of the site, beside the map alone: the map's script reads and makes addresses as the site has them. They are
// turned to the files of the copy as they are used, and to the site where the copy has none. What is in the braces is
// filled in when the copy is made.
(() => {
  const { origin, edition, pages, onDisk } = {/* FACTS */};
  const root = new URL('.', document.currentScript.src);
  const known = new Set(pages);
  const isOwn = (href) => typeof href === 'string' && /^\/(?!\/)/.test(href);

  if (location.protocol === 'file:') {
    const note = document.createElement('p');
    note.className = 'note';
    note.textContent = onDisk[document.documentElement.lang] ?? onDisk.en;
    document.getElementById('map-notes')?.append(note);
    return;
  }

  // The links that the map makes.
  const inCopy = (href) => {
    const asked = new URL(href, 'http://site');
    const { pathname, searchParams, hash } = asked;
    if (searchParams.get('edition') === String(edition)) searchParams.delete('edition');
    const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
    const isMap = path === '/' || path === '/uk';
    const isOther = searchParams.has('edition') || searchParams.has('known');
    if (!isMap) searchParams.delete('theme');
    if (isOther || !(isMap || (known.has(path) && searchParams.size === 0))) return origin + href;
    return new URL(`.${path === '/' ? '' : path}/index.html${isMap ? asked.search : ''}${hash}`, root).href;
  };
  const turn = ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (isOwn(href)) link.setAttribute('href', inCopy(href));
  };
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'click', 'auxclick'])
    addEventListener(type, turn, true);
  addEventListener(
    'submit',
    ({ target }) => {
      const action = target.getAttribute('action');
      if (isOwn(action)) target.setAttribute('action', origin + action);
    },
    true,
  );

  // The address that the map writes: this file, with what the map is asked.
  const replace = history.replaceState.bind(history);
  for (const how of ['pushState', 'replaceState']) {
    const write = history[how].bind(history);
    history[how] = (state, _, href) => {
      const here = isOwn(href) ? location.pathname + new URL(href, 'http://site').search : href;
      if (here !== location.pathname + location.search) write(state, '', here);
    };
  }

  // The address that the map is opened by: the file is the same whatever that asks.
  const asked = new URLSearchParams(location.search);
  for (const name of ['edition', 'known']) asked.delete(name);
  if (asked.size === 0) return;
  /** A link to an event sets its day, as the site has it. */
  const dayOfEvent = async () => {
    const { files } = JSON.parse(document.getElementById('boot').textContent);
    const { events } = await (await fetch(files.map)).json();
    return events.find(({ id }) => id === asked.get('event'))?.period.from;
  };
  const isLive = new Promise((live) => {
    const home = document.querySelector('.home');
    const look = () => home.dataset.live === 'true' && live();
    new MutationObserver(look).observe(home, { attributes: true });
    look();
  });
  const read = async () => {
    const day = asked.has('event') && !asked.has('day') ? await dayOfEvent() : undefined;
    if (day) asked.set('day', day);
    replace(history.state, '', `${location.pathname}?${asked}`);
    await isLive;
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  };
  read().catch((error) => console.info('salient: the map is as the file has it', error));
})();
