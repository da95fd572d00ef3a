// On a slow line a button of the desk can be pressed before the scripts that answer it are there. What was pressed is
// remembered here, and pressed again by `lib/ui/desk/before.ts` once they are.
if (!globalThis.salientPressed) {
  const pressed = new Set();
  const note = (event) => {
    const button = event.target instanceof Element && event.target.closest('button');
    if (button && button.type === 'button') pressed.add(button);
  };
  addEventListener('click', note, true);
  globalThis.salientPressed = () => {
    removeEventListener('click', note, true);
    return [...pressed];
  };
}
