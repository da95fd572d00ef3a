/** Resolves once something of the page has been painted, so that what is large keeps out of the way of the first sight. */
export function painted(): Promise<void> {
  // A browser that does not tell must not wait for ever.
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return Promise.resolve();
  return new Promise((done) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      done();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
