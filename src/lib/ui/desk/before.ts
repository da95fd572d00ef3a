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

/**
 * Buttons that were pressed before the scripts came, in the order of the first press, as `static/desk/early.js` noted
 * them. A button of a form that is sent without scripts is not among them.
 */
export function pressedBefore(): HTMLButtonElement[] {
  const early = globalThis as { salientPressed?: () => HTMLButtonElement[] };
  const pressed = early.salientPressed?.() ?? [];
  // On a very slow line it comes later still, and has nothing to do any more.
  early.salientPressed = () => [];
  return pressed;
}

/** Press them again, now that somebody answers. */
export function pressAgain(pressed: readonly HTMLButtonElement[]): void {
  for (const button of pressed) if (button.isConnected) button.click();
}
