import { sql } from 'kysely'
import { db } from '#kernel/db'
import { read } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import type { SendingTable } from '../tables.ts'
import { sendingsOf, wish } from '../sending.ts'
import { stepOf } from '../steps.ts'

/** What is said of where a point goes on, and what is done of it. */
export interface Onward {
  verb: 'wish' | 'send' | 'take_back' | 'drop'
  privacy: 'public' | 'secret' | null
  urgent: boolean
}

/** Says it, or does it, as a route does. */
export async function sentOn(
  { id }: { id: string },
  destination_id: string,
  { verb, privacy, urgent }: Onward,
): Promise<unknown> {
  if (verb === 'wish')
    return wish(await read(items, id, { lock: true }), {
      ...{ destination_id, title: '', motivation: '', decision: '', privacy, urgent },
      urgency: urgent ? 'Pour voir' : '',
    })
  const [first] = await sendingsOf([id])
  return first && stepOf(first.id, { verb })
}

type Row = Pick<SendingTable, 'item_id' | 'destination_id' | 'copy_id' | 'privacy'> & {
  is_sent: boolean
  is_dropped: boolean
  to_id: string
  sent_when: string
}

const adopted = ['accepted', 'accepted_modified']
/** States from which a copy is not called back: an agenda with it stands, or it was decided. */
const stays = ['frozen', ...adopted, 'refused', 'delayed', 'removed', 'treated']
const ended = ['refused', 'removed', 'delayed', 'treated', 'cancelled']

/** What is false of the points that went on to another organ; nothing should be. */
export async function untrueOnward(): Promise<string[]> {
  const { rows } = await sql<Row>`
    select s.item_id, s.destination_id, s.copy_id, s.privacy, s.sent_at is not null as is_sent,
      s.dropped_at is not null as is_dropped, d.to_id, d.sent_when
    from sendings.sending s join sendings.destination d on (d.tenant_id, d.id) = (s.tenant_id, s.destination_id)
    order by s.wished_at, s.id`.execute(db())
  const wrong: string[] = []
  const say = (holds: boolean, what: string) => holds || wrong.push(what)
  const standing = rows.filter(({ is_dropped }) => !is_dropped)
  for (const one of standing) {
    const source = await read(items, one.item_id)
    const name = `sent from ${source.state}`
    const twins = standing.filter(
      (other) => other.item_id === one.item_id && other.destination_id === one.destination_id,
    )
    say(twins.length === 1, `${name}: to one destination twice`)
    say(one.is_sent === (one.copy_id !== null), `${name}: gone, and nothing came of it`)
    if (!one.is_sent)
      say(
        one.sent_when !== 'accepted' || !adopted.includes(source.state),
        `${name}: adopted, not sent`,
      )
    if (!one.copy_id) continue
    const copy: Item = await read(items, one.copy_id)
    say(copy.state !== 'cancelled', `${name}: called off there, and said to be there`)
    say(
      !ended.includes(source.state) || stays.includes(copy.state),
      `${name}: not adopted here, ${copy.state} there`,
    )
    say(copy.predecessor_id === source.id, `${name}: the copy follows another`)
    say(copy.organ_id === one.to_id, `${name}: the copy is of another organ`)
    if (source.matter !== 'other') say(copy.privacy === 'secret', `${name}: of persons, and public`)
  }
  const { rows: live } = await sql<{ predecessor_id: string; count: number }>`
    select i.predecessor_id, count(*)::int as count from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    where i.predecessor_id is not null and d.state <> 'cancelled'
    group by i.predecessor_id, i.organ_id having count(*) > 1`.execute(db())
  for (const { count } of live) wrong.push(`a point is followed ${count} times in one organ`)
  return wrong
}
