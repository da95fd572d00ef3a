/** A colour between two, as laying the second over the first with an opacity would show it. Both are `#rrggbb`. */
export function mixed(under: string, over: string, opacity: number): string {
  const channel = (i: number): string => {
    const [a, b] = [under, over].map((c) => Number.parseInt(c.slice(i, i + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * opacity)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Red, green, blue from 0 to 255 of `#rrggbb`. */
export const rgbOf = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];
