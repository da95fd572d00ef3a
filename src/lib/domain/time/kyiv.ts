/** What a clock in Kyiv shows, as `YYYY-MM-DDTHH:MM`: what a field for a day and an hour is filled with. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The day and hour in Kyiv at an instant (UTC milliseconds). */
export const wallInKyiv = (ms: number): string => clock.format(ms).replace(' ', 'T');

/** The instant at which a clock in Kyiv shows a day and an hour; undefined where it never does. The first of two. */
export function instantInKyiv(wall: string): number | undefined {
  const utc = Date.parse(`${wall}Z`);
  if (Number.isNaN(utc)) return undefined;
  return [3, 2].map((hours) => utc - hours * 3_600_000).find((ms) => wallInKyiv(ms) === wall);
}
