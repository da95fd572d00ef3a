/** One token of JSON, or white space before it. */
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/iy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/y;

/**
 * Where a text that is no JSON breaks, as the number of characters before. `JSON.parse` tells that in some of its
 * messages and not in others.
 */
export function jsonFaultAt(text: string): number {
  /** What is open: an object or a list. */
  const open: ('{' | '[')[] = [];
  let wanted: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing' =
    'value';
  let at = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.test(text) && token.lastIndex > at;
    if (found) at = token.lastIndex;
    return found;
  };
  const next = (): typeof wanted => (open.length === 0 ? 'nothing' : 'comma-or-end');
  for (;;) {
    take(SPACE);
    const sign = text[at];
    if (sign === undefined) return at;
    const ends = (sign === '}' && open.at(-1) === '{') || (sign === ']' && open.at(-1) === '[');
    if (ends && wanted.endsWith('-or-end')) {
      at += 1;
      open.pop();
      wanted = next();
    } else if (wanted === 'comma-or-end' && sign === ',') {
      at += 1;
      wanted = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wanted === 'colon' && sign === ':') {
      at += 1;
      wanted = 'value';
    } else if (wanted.startsWith('key')) {
      if (!take(STRING)) return at;
      wanted = 'colon';
    } else if (!wanted.startsWith('value')) return at;
    else if (sign === '{' || sign === '[') {
      at += 1;
      open.push(sign);
      wanted = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else if (take(STRING) || take(SCALAR)) wanted = next();
    else return at;
  }
}
