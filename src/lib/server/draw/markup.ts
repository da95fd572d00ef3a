/** Text as XML character data; also good inside double quotes. Characters that XML forbids are left out. */
export const escapeXml = (s: string): string =>
  s
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** A number to a tenth, without needless digits. */
export const tenth = (n: number): string => String(Math.round(n * 10) / 10 + 0);

export const SANS = 'Noto Sans, system-ui, sans-serif';
export const SERIF = 'Source Serif 4, Georgia, serif';

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly serif?: boolean;
  readonly anchor?: 'middle' | 'end';
  readonly spacing?: number;
  /** Colour of the halo around the letters. */
  readonly halo?: string;
  /** Pixels that the text takes, whatever letters the reader has; unset, what its own take. */
  readonly length?: number | undefined;
}

/** As attributes of a text, how wide it is to be. */
export const lengthOf = (width: number | undefined): string =>
  width === undefined ? '' : ` textLength="${Math.round(width)}" lengthAdjust="spacingAndGlyphs"`;

/** One line of text with its baseline at (x, y). */
export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  const { size, fill, bold, serif, anchor, spacing, halo, length } = style;
  return (
    `<text x="${tenth(x)}" y="${tenth(y)}" font-size="${size}"` +
    (serif ? ` font-family="${SERIF}"` : '') +
    (bold || serif ? ' font-weight="600"' : '') +
    (anchor ? ` text-anchor="${anchor}"` : '') +
    (spacing ? ` letter-spacing="${spacing}"` : '') +
    lengthOf(length) +
    (halo ? ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '') +
    ` fill="${fill}">${escapeXml(text)}</text>`
  );
}
