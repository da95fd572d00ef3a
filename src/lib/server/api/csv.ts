/** A value as RFC 4180 wants it: quoted where it holds a comma, a quote or a break of line. */
const field = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Records of the same keys as a table with a head. */
export const toCsv = (
  columns: readonly string[],
  records: readonly Readonly<Record<string, string | number | null>>[],
): string =>
  [columns, ...records.map((r) => columns.map((c) => r[c] ?? null))]
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('');
