// Makes the builder of widgets smoother where there is a script: buttons that copy, and a preview that follows the
// choices without a new page. Without it the same page is a plain form with text to select.

/** How long a button says that it copied, in milliseconds. */
const SAID_MS = 2500;

/** @param {string} text */
const tell = (text) => {
  const told = document.getElementById('told');
  if (told) told.textContent = text;
};

/** @param {ParentNode} root */
function addCopyButtons(root) {
  for (const slot of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-copy]'))) {
    const { copy = '', label = '', done = '', hand = '' } = slot.dataset;
    const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(copy));
    if (!field || slot.firstElementChild) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-label', `${label}: ${field.labels[0]?.textContent ?? ''}`);
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        // Not served securely, or refused: it is selected, to be copied by hand.
        field.focus();
        field.select();
        tell(hand);
        return;
      }
      button.textContent = done;
      tell(done);
      setTimeout(() => (button.textContent = label), SAID_MS);
    });
    slot.append(button);
  }
}

/** Take over what the server made of the choices, but for the field that somebody is in.
 * @param {HTMLFormElement} form
 * @param {Document} page
 */
function takeOver(form, page) {
  for (const id of ['made', ...[...form.querySelectorAll('[data-live]')].map((part) => part.id)]) {
    const [old, made] = [document.getElementById(id), page.getElementById(id)];
    if (old && made) old.replaceWith(made);
  }
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (
    page.querySelectorAll('#choices :is(input, select)')
  );
  for (const field of fields) {
    const own = /** @type {HTMLInputElement | null} */ (
      field.id ? document.getElementById(field.id) : form.querySelector(`[type=hidden][name="${field.name}"]`)
    );
    if (!own || own === document.activeElement) continue;
    own.checked = field.checked;
    own.value = field.value;
  }
  addCopyButtons(document);
}

/** @param {HTMLFormElement} form */
function follow(form) {
  /** Counts what is done to the form: an answer that comes after something else was done is left. */
  let turn = 0;
  form.addEventListener('input', () => (turn += 1));
  form.addEventListener('change', async () => {
    const mine = (turn += 1);
    const url = new URL(form.action);
    url.search = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)])).toString();
    try {
      const answer = await fetch(url);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (mine !== turn) return;
      if (!answer.ok || !page.getElementById('made')) throw new Error();
      takeOver(form, page);
      history.replaceState(history.state, '', answer.url);
      tell(form.dataset.updated ?? '');
    } catch {
      if (mine === turn) tell(form.dataset.failed ?? '');
    }
  });
}

addCopyButtons(document);
const form = document.getElementById('choices');
if (form instanceof HTMLFormElement) follow(form);
