import { sql, type RawBuilder } from 'kysely';

/** Which newest revisions rows are made of: all of them, or those of some items. */
export const FROM_REVISIONS = sql`select kind, id, max(number) as number from revision group by kind, id`;

/** The same of given items. */
export const newestOf = (keys: readonly (readonly unknown[])[]): RawBuilder<unknown> =>
  sql`select value ->> 0 as kind, value ->> 1 as id, max(value ->> 2) as number
    from json_each(${JSON.stringify(keys)}) group by 1, 2`;

/**
 * The rows by which the desk lists and finds items, made or made anew from their newest revisions. What is public in
 * its newest revision stands as public; what was in review stays there; all else is a draft: an approval holds for
 * what was approved and nothing later.
 *
 * @param newest rows of (kind, id, number)
 * @param batch with which they come
 */
export const deskRows = (newest: RawBuilder<unknown>, batch?: string): RawBuilder<unknown> => sql`
  insert into desk_item
    (kind, id, revision, state, updated_at, updated_by, title, sort, day_from, day_until, lng, lat${batch === undefined ? sql`` : sql`, batch`})
  select r.kind, r.id, r.number,
    case when p.revision = r.number then 'public' else 'draft' end,
    r.written_at, r.written_by,
    case json_type(r.payload, '$.title') when 'text' then r.payload ->> '$.title'
      else coalesce(r.payload ->> '$.title.en', r.payload ->> '$.title.uk', r.payload ->> '$.name.en',
        r.payload ->> '$.names[0].text') end,
    iif(json_type(r.payload, '$.kind') = 'text', r.payload ->> '$.kind', null),
    ${text('$.period.from')}, ${text('$.period.until')},
    ${number('$.point[0]')}, ${number('$.point[1]')}${batch === undefined ? sql`` : sql`, ${batch}`}
  from (${newest}) n
  join revision r on r.kind = n.kind and r.id = n.id and r.number = n.number
  left join public_item p on p.kind = r.kind and p.id = r.id and p.superseded_in = 2147483647
  where true
  on conflict (kind, id) do update set
    revision = excluded.revision,
    state = case when excluded.state = 'public' then 'public' when state = 'review' then 'review' else 'draft' end,
    updated_at = excluded.updated_at, updated_by = excluded.updated_by, title = excluded.title,
    sort = excluded.sort, day_from = excluded.day_from, day_until = excluded.day_until,
    lng = excluded.lng, lat = excluded.lat`;

/** A field of a draft, which may be of any shape yet. A day stands under another name in reports and statements. */
const text = (path: string): RawBuilder<unknown> => {
  const other = path.replace('period', 'published');
  return sql`coalesce(iif(json_type(r.payload, ${path}) = 'text', r.payload ->> ${path}, null),
    iif(json_type(r.payload, ${other}) = 'text', r.payload ->> ${other}, null),
    iif(json_type(r.payload, '$.day') = 'text', r.payload ->> '$.day', null))`;
};
const number = (path: string): RawBuilder<unknown> =>
  sql`iif(json_type(r.payload, ${path}) in ('real', 'integer'), cast(r.payload ->> ${path} as real), null)`;
