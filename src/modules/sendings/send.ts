import { sql } from 'kysely'
import { actAs, bears, system } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { read, readMany, tellMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { assess, enforceMany } from '#commons/workflow'
import {
  type Begun,
  type Copied,
  copyMany,
  type Item,
  items,
  itemWorkflow,
  comingMeeting,
  presentMany,
  secretariat,
  sittingRule,
  withdraw,
} from '#modules/deliberations'
import { categoryThere, type Destination } from './destination.ts'
import { destinationsOf, forget, type Sending, sendingsOf, wishAgain } from './sending.ts'

/** Sends on what is wished of these points where its destination says that it goes now; as the house. */
export async function sendOn(
  ids: readonly string[],
  when: readonly Destination['sent_when'][],
): Promise<void> {
  const open = (await sendingsOf(ids)).filter(({ sent_at }) => sent_at === null)
  if (open.length === 0) return
  await actAs(system, async () => {
    const ways = await destinationsOf(open)
    const now = (way?: Destination) => way !== undefined && when.includes(way.sent_when)
    await send(open.filter(({ destination_id }) => now(ways.get(destination_id))))
  })
}

/** Sends one on by hand, whatever its destination waits for. */
export async function sendNow(sending: Sending): Promise<void> {
  ensure(bears(secretariat.principal), Forbidden, 'sendings.by_secretariat')
  ensure(sending.sent_at === null, Conflict, 'sendings.gone')
  const item = await read(items, sending.item_id)
  const ready = ['validated', 'presented', 'frozen', 'accepted', 'accepted_modified']
  ensure(ready.includes(item.state), Conflict, 'sendings.not_ready')
  await actAs(system, () => send([sending]))
}

/** Sends points on: so many queries a destination, however many points. */
async function send(some: readonly Sending[]): Promise<void> {
  const ways = await destinationsOf(some)
  const sources = await readMany(
    items,
    some.map(({ item_id }) => item_id),
  )
  const by = new Map(sources.map((item) => [item.id as string, item as Item]))
  for (const [id, group] of Map.groupBy(some, ({ destination_id }) => destination_id)) {
    const way = ways.get(id)
    if (way) await sendBy(way, group, by)
  }
}

async function sendBy(
  way: Destination,
  group: readonly Sending[],
  sources: ReadonlyMap<string, Item>,
): Promise<void> {
  const going = group.flatMap((sending) => {
    const item = sources.get(sending.item_id)
    return item ? [{ sending, item }] : []
  })
  const state: Begun = way.up_to === 'presented' ? 'validated' : way.up_to
  const isClosed = await sitsClosed(way)
  const copies = await copyMany(
    going.map(({ sending, item }) => copied(way, sending, item, isClosed)),
    state,
  )
  const halted =
    way.up_to === 'presented' ? await carryOn(way, going, copies) : new Map<string, string>()
  const rows = going.flatMap(({ sending: { id } }, at) => {
    const copy = copies[at]
    return copy ? [{ id, copy_id: copy.id, halted: halted.get(copy.id) ?? '' }] : []
  })
  await sql`
    update sendings.sending s set copy_id = w.copy_id, sent_at = now(), halted = w.halted
    from jsonb_to_recordset(${asRows(rows)}) as w (id uuid, copy_id uuid, halted text)
    where s.id = w.id`.execute(db())
  await tellMany(
    items,
    'send',
    going.map(({ item: { id } }) => ({ subjectId: id, data: { title: way.title } })),
  )
}

/** Whether the law closes all sittings of the organ that sends (CDLD L1123-20). */
async function sitsClosed({ from_id }: Destination): Promise<boolean> {
  const kind = (await organs()).find(({ id }) => id === from_id)?.kind
  return kind !== undefined && (await sittingRule(kind, today())).closedBy !== null
}

/**
 * A point of a closed organ is secret for where it was decided, not for what it is about: where it goes it is public
 * (CDLD L1122-20), but for a question of persons (L1122-21).
 */
const itsOwn = ({ privacy, matter, concerned }: Item, isClosed: boolean) =>
  isClosed && matter === 'other' && concerned.length === 0 ? 'public' : privacy

/** What a point says in the other organ. */
function copied(way: Destination, sending: Sending, item: Item, isClosed: boolean): Copied {
  const privacy = sending.privacy ?? (way.privacy === 'same' ? itsOwn(item, isClosed) : way.privacy)
  return {
    of: item,
    changes: {
      ...{ organ_id: way.to_id, privacy, category_id: categoryThere(way, item.category_id) },
      ...(sending.title && { title: sending.title }),
      ...(sending.motivation && { motivation: sending.motivation }),
      ...(sending.decision && { decision: sending.decision }),
    },
    history: { sent: true, title: way.title },
  }
}

/**
 * Presents copies to the next meeting of their organ, an urgent one to one whose agenda is frozen too, and says of each that stays
 * why (F04).
 */
async function carryOn(
  way: Destination,
  going: readonly { sending: Sending }[],
  copies: readonly Item[],
): Promise<Map<string, string>> {
  const halted = new Map<string, string>()
  for (const urgent of [false, true]) {
    const some = copies.filter((_, at) => going[at]?.sending.urgent === urgent)
    if (some.length === 0) continue
    const meeting = await comingMeeting(way.to_id, urgent ? ['created', 'frozen'] : ['created'])
    const openness = await assess(itemWorkflow, some, 'present')
    const ready = some.filter((copy, at) => {
      const one = openness[at]
      if (!meeting) halted.set(copy.id, 'sendings.no_meeting')
      else if (one && !one.open) halted.set(copy.id, one.obstacle.key)
      return meeting && one?.open
    })
    if (meeting && ready.length > 0) await presentMany(ready, meeting)
  }
  return halted
}

/** In these states a copy is nobody’s agenda yet, or one that may still lose it. */
const mayComeBack: ReadonlySet<string> = new Set([
  ...['created', 'proposed', 'validated', 'presented'],
])

/** Takes a point back from the other organ, which has not convoked with it: it may be sent again. */
export async function takeBack(sending: Sending): Promise<void> {
  ensure(bears(secretariat.principal), Forbidden, 'sendings.by_secretariat')
  const left = await callBack(
    [sending],
    inItsLanguage(() => t('sendings.taken_back_why')),
  )
  ensure(left.length === 0, Conflict, 'sendings.on_agenda')
}

/**
 * The source was not adopted: what went on of it comes back where it may; else it stays there, and both pages say so. What came back
 * goes on again once the source is adopted after all, or the point that follows it.
 */
export async function recall(itemIds: readonly string[]): Promise<void> {
  const gone = (await sendingsOf(itemIds)).filter(({ sent_at }) => sent_at !== null)
  if (gone.length === 0) return
  const left = await callBack(
    gone,
    inItsLanguage(() => t('sendings.recalled_why')),
  )
  await wishAgain(gone.filter((one) => !left.includes(one)))
}

/** Calls copies off with a reason; gives those that stay. */
async function callBack(some: readonly Sending[], comment: string): Promise<Sending[]> {
  return actAs(system, async () => {
    const left: Sending[] = []
    const back: Sending[] = []
    for (const sending of some) {
      const copy = await read(items, sending.copy_id ?? '')
      if (!mayComeBack.has(copy.state)) {
        left.push(sending)
        continue
      }
      const off = copy.state === 'presented' ? await withdraw(copy) : copy
      const fresh = await read(items, off.id, { lock: true })
      const verb = fresh.state === 'created' ? 'drop' : 'cancel'
      await enforceMany(items, itemWorkflow, verb, [{ dossier: fresh, comment }])
      back.push(sending)
    }
    await forget(back)
    await tellMany(
      items,
      'take_back',
      back.map(({ item_id }) => ({ subjectId: item_id })),
    )
    return left
  })
}
