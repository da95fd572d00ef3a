type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody wrote or chose before the scripts came, to be given back when they are there. */
export interface Typed {
  readonly field: Field;
  readonly value: string;
  readonly checked: boolean;
}

/**
 * What differs from the page as it was sent. Svelte sets every field to what the page says when it takes it over, so on
 * a slow line the first words would be lost. To be called before that, by the outermost component.
 */
export const typedBefore = (within: ParentNode): Typed[] =>
  [...within.querySelectorAll<Field>('input:not([type="hidden"], [type="file"]), textarea, select')]
    .filter(isChanged)
    .map((field) => ({ field, value: field.value, checked: isTicked(field) }));

/** Write it again, and tell whoever listens, as if it were written now. */
export function giveBack(typed: readonly Typed[]): void {
  for (const { field, value, checked } of typed) {
    if (!field.isConnected || (field.value === value && isTicked(field) === checked)) continue;
    field.value = value;
    if (field instanceof HTMLInputElement) field.checked = checked;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

const isTicked = (field: Field): boolean => field instanceof HTMLInputElement && field.checked;

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((o) => o.selected && !o.defaultSelected);
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  return field.value !== field.defaultValue;
}

/** A button that was pressed before the scripts came, or a letter, which is a key of the desk. */
export interface Pressed {
  readonly target: HTMLElement;
  readonly key?: string;
}

/**
 * What was pressed before the scripts came, as `static/desk/early.js` noted it: buttons in the order of the first press,
 * letters each time. A button of a form that is sent without scripts is not among them.
 */
export function pressedBefore(): readonly Pressed[] {
  const early = globalThis as { salientPressed?: () => readonly Pressed[] };
  const pressed = early.salientPressed?.() ?? [];
  // On a very slow line it comes later still, and has nothing to do any more.
  early.salientPressed = () => [];
  return pressed;
}

/** Press it again, now that somebody answers. */
export function pressAgain(pressed: readonly Pressed[]): void {
  for (const { target, key } of pressed) {
    // Where a letter had nothing to be pressed on, the page had it.
    const at = target.isConnected || key === undefined ? target : document.body;
    if (key !== undefined)
      at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    else if (at.isConnected) at.click();
  }
}
