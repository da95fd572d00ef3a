/**
 * What somebody chose on a page and has not sent yet, kept in this tab through a reload. Where the browser keeps
 * nothing, the page works without.
 */
export function keptIn<T>(name: string): Partial<T> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(`salient-${name}`) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : {};
  } catch {
    return {};
  }
}

export function keepIn(name: string, value: object): void {
  try {
    sessionStorage.setItem(`salient-${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing, or no more.
  }
}
