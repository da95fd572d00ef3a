/** The names by which people know their browsers, the more particular first: most call themselves by several. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (all: typeof BROWSERS, agent: string): string | undefined =>
  all.find(([sign]) => sign.test(agent))?.[1];

/** What a browser calls itself, in two names: `Firefox, Linux`; undefined where it says neither. */
export function browserOf(agent: string): string | undefined {
  const names = [named(BROWSERS, agent), named(SYSTEMS, agent)].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : undefined;
}
