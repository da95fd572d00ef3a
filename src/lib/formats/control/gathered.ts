/** What a reader of one kind of XML has found so far. */
export class Gathered {
  /** What the file calls itself. */
  name: string | undefined;
  readonly #features: unknown[] = [];
  readonly #later: (() => void)[] = [];

  add(properties: Record<string, unknown>, geometries: readonly unknown[]): void {
    const [first, ...more] = geometries;
    const geometry = more.length > 0 ? { type: 'GeometryCollection', geometries } : (first ?? null);
    this.#features.push({ type: 'Feature', properties, geometry });
  }

  /** Set properties when all is read: what they follow from may stand behind them. */
  later(work: (properties: Record<string, unknown>) => void, properties: Record<string, unknown>): void {
    this.#later.push(() => work(properties));
  }

  collection(): unknown {
    for (const work of this.#later) work();
    return {
      type: 'FeatureCollection',
      ...(this.name ? { name: this.name } : {}),
      features: this.#features,
    };
  }
}
