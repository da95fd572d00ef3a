import { following } from '../editions/lines.ts';
import { monthsOfList, type List } from '../editions/lists.ts';
import type { PublicStore } from '../store/store.ts';
import { etagOf } from './conditional.ts';

/** A list that an edition keeps by month, put together while it is sent. */
export interface WholeList {
  /** Follows from the bytes, as that of an object does: an edition that leaves them as they were has the same. */
  readonly etag: string;
  /** One month is in memory at a time. A month that is taken down meanwhile breaks the answer off. */
  readonly body: () => ReadableStream<Uint8Array>;
}

/** @param objects those of an edition, by name */
export function wholeList(
  store: Pick<PublicStore, 'object'>,
  list: List,
  objects: ReadonlyMap<string, string>,
): WholeList {
  const months = monthsOfList(list, objects.keys()).map((name) => objects.get(name) as string);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const sha256 of months) {
      const month = await store.object(sha256);
      if (!month) throw new Error(`a month of ${list.name} was taken down while it was sent`);
      yield month.bytes;
    }
  }
  return {
    etag: etagOf('list', list.name, ...months),
    body() {
      const pieces = following(list, bytes());
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const { value, done } = await pieces.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          cancel: () => pieces.return(undefined).then(() => undefined),
        },
        { highWaterMark: 0 },
      );
    },
  };
}
