import { askedBy, forWordPress, MARK, secretIn, type Asked, type Told } from './messages.ts';

/** The article that a widget is in. */
export interface Host {
  tell(told: Told): void;
}

/** Listen to the article and nobody else; who it is does not matter, since any site may show a widget. */
export function hostOf(onasked: (asked: Asked) => void): Host {
  const { parent } = window;
  if (parent === window) return { tell: () => undefined };
  const secret = secretIn(location.hash);
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const asked = source === parent ? askedBy(data) : undefined;
    if (asked) onasked(asked);
  });
  return {
    tell(told) {
      parent.postMessage({ salient: MARK, ...told }, '*');
      const also = secret === undefined ? undefined : forWordPress(told, secret);
      if (also) parent.postMessage(also, '*');
    },
  };
}
