import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Ask for what the page shows anew. A link that was followed meanwhile comes first: what is asked for on the way would
 * end it, and whoever followed it would stay where they were.
 */
export async function refresh(): Promise<void> {
  let last: Promise<void> | undefined;
  // One link may be followed after another.
  while (navigating.complete && navigating.complete !== last) {
    last = navigating.complete;
    await last.catch(() => undefined);
  }
  await invalidateAll();
}
