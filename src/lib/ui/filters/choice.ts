/**
 * What is chosen after a value was switched on or off. Of a choice, undefined is all and an empty list none; choosing
 * all again gives undefined, so that such a view has the shortest address.
 *
 * @param all every value there is, in the order in which a choice is kept
 */
export function toggled<T extends string>(
  all: readonly T[],
  chosen: readonly T[] | undefined,
  value: T,
): readonly T[] | undefined {
  const next = all.filter((x) => isOn(chosen, x) !== (x === value));
  return next.length === all.length ? undefined : next;
}

/** Whether a value is chosen. */
export const isOn = <T extends string>(chosen: readonly T[] | undefined, value: T): boolean =>
  !chosen || chosen.includes(value);

/** A click that means "here": not one that opens a tab, a window or a download, which stays the link's own. */
export const isPlain = (e: MouseEvent): boolean =>
  e.button === 0 && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey && !e.defaultPrevented;

/** Let Space do what Enter does on a link that acts as a checkbox or a switch. */
export function clickOnSpace(e: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (e.key !== ' ' || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
  e.preventDefault();
  if (!e.repeat) e.currentTarget.click();
}
