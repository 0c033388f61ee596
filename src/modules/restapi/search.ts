import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { db } from '#kernel/db'
import { folded } from '#kernel/i18n'
import { seen } from '#commons/dossiers'
import { items, meetings } from '#modules/deliberations'
import type { Config } from './config.ts'
import { badRequest } from './failure.ts'
import type { Lists } from './lists.ts'
import type { Params } from './params.ts'
import { itemStatesHere, privacyHere } from './states.ts'
import { idsOf } from './uid.ts'

export type What = 'item' | 'meeting'

/** What was found, a page of it. */
export interface Found {
  ids: string[]
  total: number
}

/** In how many pieces an answer comes at most; where there are more, it says so (`batching`). */
const mostOfPage = 1000
const mostBefore = 1_000_000

/** Which page is meant. */
export function pageOf(asked: Params): { start: number; size: number } {
  const whole = (name: string, otherwise: number, most: number) => {
    const said = asked.one(name)
    const number = Number(said ?? otherwise)
    if (!Number.isSafeInteger(number) || number < 0)
      throw badRequest('restapi.number_wrong', { name, said: said ?? '' })
    return Math.min(number, most)
  }
  return {
    start: whole('b_start', 0, mostBefore),
    size: Math.max(whole('b_size', 25, mostOfPage), 1),
  }
}

/** Parameters that say what is answered and not what is found. */
const besides =
  /^(?:b_start|b_size|sort_on|sort_order|config_id|type|in_name_of|fullobjects|metadata_fields|additional_values|extra_include.*|include_.*|meetings_accepting_items)$/

type Condition = (values: readonly string[], among: Lists) => Promise<RawBuilder<SqlBool>>

const isAny = (column: string, values: readonly string[], type = 'text') =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::${sql.raw(type)}[])`

const within =
  (column: string, list: keyof Lists): Condition =>
  (values, among) =>
    Promise.resolve(
      isAny(
        column,
        values.flatMap((one) => among[list].find(one) ?? []),
        'uuid',
      ),
    )

const uids: Condition = async (values) => isAny('d.id', await idsOf(values), 'uuid')

const words: Condition = (values) => {
  const sought = folded(values.join(' '))
    .split(/[\s*]+/)
    .filter(Boolean)
  const title = sql`kernel.name_key(d.title)`
  return Promise.resolve(
    sql<SqlBool>`(${sql.join([sql`true`, ...sought.map((one) => sql`strpos(${title}, ${one}) > 0`)], sql` and `)})`,
  )
}

const identifier: Condition = (values) =>
  Promise.resolve(
    sql<SqlBool>`exists (select from restapi.identifier r where r.tenant_id = d.tenant_id
      and r.item_id = d.id and r.identifier = any(${[...values]}::text[]))`,
  )

const meeting: Condition = async (values) => isAny('i.meeting_id', await idsOf(values), 'uuid')

const itemState: Condition = (values) =>
  Promise.resolve(isAny('d.state', values.flatMap(itemStatesHere)))
const meetingState: Condition = (values) => Promise.resolve(isAny('d.state', values))

const inCharge: Condition = (values, { inCharge: people }) =>
  Promise.resolve(
    sql<SqlBool>`i.in_charge && ${values.flatMap((one) => people.find(one) ?? [])}::uuid[]`,
  )

const both: Readonly<Record<string, Condition>> = {
  UID: uids,
  uid: uids,
  SearchableText: words,
  Title: words,
}

/** By what points and meetings are found, under the names of the indexes there. */
const conditions: Readonly<Record<What, Readonly<Record<string, Condition>>>> = {
  item: {
    ...{ ...both, external_id: identifier, externalIdentifier: identifier },
    ...{ state: itemState, review_state: itemState },
    ...{ meeting_uid: meeting, linkedMeetingUID: meeting },
    ...{ getCategory: within('i.category_id', 'category') },
    ...{ getRawClassifier: within('i.classifier_id', 'classifier') },
    ...{ getProposingGroup: within('d.service_id', 'service'), getGroupsInCharge: inCharge },
    privacy: (values) =>
      Promise.resolve(
        isAny(
          'i.privacy',
          values.flatMap((one) => privacyHere[one] ?? []),
        ),
      ),
    listType: (values) => Promise.resolve(isAny('i.list_type', values)),
    itemReference: (values) => Promise.resolve(isAny('d.reference', values)),
  },
  meeting: { ...both, state: meetingState, review_state: meetingState },
}

const title = sql`d.title collate kernel.french_order`
/** In what order, under the names of the indexes there. */
const orders: Readonly<Record<What, Readonly<Record<string, RawBuilder<unknown>>>>> = {
  item: {
    ...{ sortable_title: title, created: sql`d.created_at`, modified: sql`d.changed_at` },
    ...{ getItemNumber: sql`i.position`, itemNumber: sql`i.position` },
    ...{ meeting_date: sql`m.starts_at`, linkedMeetingDate: sql`m.starts_at` },
  },
  meeting: {
    // Meetings are called by their day there.
    ...{ sortable_title: sql`m.starts_at`, created: sql`d.created_at` },
    ...{ modified: sql`d.changed_at`, meeting_date: sql`m.starts_at`, date: sql`m.starts_at` },
  },
}

const tables: Readonly<Record<What, RawBuilder<unknown>>> = {
  item: sql`${sql.table(items.table)} i using (tenant_id, id)
    left join ${sql.table(meetings.table)} m on m.tenant_id = i.tenant_id and m.id = i.meeting_id`,
  meeting: sql`${sql.table(meetings.table)} m using (tenant_id, id)`,
}

/**
 * The points or meetings of these organs that the one who acts may see and that are as asked, a page of them. Throws
 * `Refused` where something is asked that is no index here: an answer that ignored it would be too long.
 */
export async function find(
  what: What,
  some: readonly Config[],
  asked: Params,
  among: Lists,
): Promise<Found> {
  const known = conditions[what]
  const wanted: RawBuilder<SqlBool>[] = []
  for (const name of asked.names()) {
    if (besides.test(name)) continue
    const condition = known[name]
    if (!condition)
      throw badRequest('restapi.index_unknown', { name, known: Object.keys(known).join(', ') })
    // `meeting_uid` and its older name come together.
    wanted.push(await condition(asked.many(name), among))
  }
  if (what === 'meeting' && asked.flag('meetings_accepting_items'))
    wanted.push(sql`d.state in ('created', 'frozen', 'decided')`)
  const organ = sql.ref(what === 'item' ? 'i.organ_id' : 'm.organ_id')
  const { start, size } = pageOf(asked)
  const { by, down } = orderOf(what, asked)
  const { rows } = await sql<{ id: string; total: number }>`
    select d.id, (count(*) over ())::int as total
    from commons.dossier d join ${tables[what]}
    where d.kind = ${`deliberations.${what}`} and ${seen()}
      and ${organ} = any(${some.map((one) => one.organ.id)}::uuid[])
      and ${sql.join([sql`true`, ...wanted], sql` and `)}
    order by ${by} ${down ? sql`desc nulls last` : sql`asc nulls last`}, d.id
    offset ${start} limit ${size}`.execute(db())
  const [first] = rows
  const total =
    first?.total ?? (start > 0 ? (await find(what, some, beginning(asked), among)).total : 0)
  return { ids: rows.map(({ id }) => id), total }
}

/** The same, of which the first page is asked: past the end, nothing says how many there are. */
const beginning = (asked: Params) => asked.but({ b_start: '0', b_size: '1' })

function orderOf(what: What, asked: Params): { by: RawBuilder<unknown>; down: boolean } {
  const name = asked.one('sort_on') ?? 'sortable_title'
  const by = orders[what][name]
  if (!by)
    throw badRequest('restapi.order_unknown', { name, known: Object.keys(orders[what]).join(', ') })
  const said = asked.one('sort_order') ?? (what === 'meeting' ? 'reverse' : 'ascending')
  return { by, down: said === 'reverse' || said === 'descending' }
}
