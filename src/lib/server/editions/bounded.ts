/**
 * A memory of the last results by key, for things that cost more to make than to keep. The least recently used is
 * forgotten. A promise that rejects is forgotten at once, so that a fault is not remembered.
 */
export function bounded<T>(size: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const made = make();
    kept.set(key, made);
    if (made instanceof Promise) made.catch(() => kept.delete(key));
    if (kept.size > size) kept.delete(kept.keys().next().value as string);
    return made;
  };
}
