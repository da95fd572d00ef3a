// On a slow line a button or a key of the desk can be pressed before the scripts that answer it are there. What was
// pressed is remembered here, and pressed again by `lib/ui/desk/before.ts` once they are.
if (!globalThis.salientPressed) {
  const pressed = [];
  const noteClick = ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    const isKnown = pressed.some((each) => each.target === button && !each.key);
    if (button && button.type === 'button' && !isKnown) pressed.push({ target: button });
  };
  // A letter alone is a key of the desk, but for where it is written.
  const noteKey = ({ target, key, ctrlKey, metaKey, altKey }) => {
    if (key.length !== 1 || ctrlKey || metaKey || altKey || !(target instanceof Element)) return;
    if (!target.closest('input:not([type=checkbox]), textarea, select')) pressed.push({ target, key });
  };
  addEventListener('click', noteClick, true);
  addEventListener('keydown', noteKey, true);
  globalThis.salientPressed = () => {
    removeEventListener('click', noteClick, true);
    removeEventListener('keydown', noteKey, true);
    return pressed;
  };
}
