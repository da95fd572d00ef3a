/** Words that say that something is to come, in English, Ukrainian and Russian. */
const PLANNED =
  /(?<!\p{L})(?:will|shall|due to|set to|going to|is to|are to|plans?|planned|scheduled|expected|intends?|would|буд(?:е|уть)|план\p{L}+|заплан\p{L}+|відбудеться|відбудуться|очікується|має (?:розпочатися|відбутися|початися)|\p{L}+тим(?:е|уть)(?:ться)?|буд(?:ет|ут)|намечен\p{L}*|состоится|состоятся|ожидается|предстоит)(?!\p{L})/iu;

/** Words of telling: what comes after them is told on that day, whatever is to come. */
const TOLD =
  /(?<!\p{L})(?:said|says|told|announced|stated|warned|vowed|reported|claimed|заяви\p{L}+|повідоми\p{L}+|сказа\p{L}+|оголоси\p{L}+|сообщи\p{L}+|объяви\p{L}+|рассказа\p{L}+)(?!\p{L})/iu;

/** Whether the words around a said day, up to the next comma or stop, say that it is to come. */
export function isPlanned(sentence: string, start: number, end: number): boolean {
  const before = /[^.;:,!?()]*$/.exec(sentence.slice(0, start))?.[0] ?? '';
  const after = /^[^.;:,!?()]*/.exec(sentence.slice(end))?.[0] ?? '';
  const planned = lastIndexOf(before, PLANNED);
  if (planned >= 0) return lastIndexOf(before, TOLD) < planned;
  return PLANNED.test(after) && !TOLD.test(before) && !TOLD.test(after);
}

function lastIndexOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))].at(-1)?.index ?? -1;
}
