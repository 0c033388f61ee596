import { sql } from 'kysely'
import { actAs, actor, bears, system } from '#kernel/access'
import { db } from '#kernel/db'
import type { MessageKey } from '#kernel/i18n'
import { type Dossier, readMany, seen } from '#commons/dossiers'
import { advicesOn } from './advice.ts'
import { type Advised, advisedNamed } from './advised.ts'
import { askMany, turn } from './following.ts'
import { type AdviceType, typesNamed } from './type.ts'

/** A kind of advice that is to be asked on a dossier. */
interface Wanted {
  id: string
  type_id: string
}

/** What becomes of one of them. */
export interface Asked {
  subject: Dossier
  type: AdviceType
  /** Why it is not asked; null: it is. */
  why: MessageKey | null
}

/**
 * What would become of demands of advice on many dossiers of a kind, of those that the one who acts may see; nothing is written.
 * So many queries, however many.
 */
export async function weighAsking(
  kindName: string,
  wanted: readonly Wanted[],
  reading = { lock: false },
): Promise<Asked[]> {
  const of = advisedNamed(kindName)
  if (!of || wanted.length === 0) return []
  const ids = [...new Set(wanted.map(({ id }) => id))]
  const subjects = new Map(
    (await readMany(of.kind, ids, reading)).map((one) => [one.id as string, one]),
  )
  const types = await typesNamed(wanted.map(({ type_id }) => type_id))
  const standing = await actAs(system, () => advicesOn([...subjects.keys()]))
  const asked = new Set(standing.map((one) => keyOf(one.subject_id, one.type_id)))
  const busy = new Set(
    standing.flatMap((one) =>
      one.nature === 'optional' ? [keyOf(one.subject_id, one.giver)] : [],
    ),
  )
  return wanted.flatMap(({ id, type_id }) => {
    const [subject, type] = [subjects.get(id), types.get(type_id)]
    if (!subject || !type) return []
    const why = obstacleOf(of, subject, type, { asked, busy })
    // Of two in one list that the same gives, the second is one too many (D12).
    if (why === null) {
      asked.add(keyOf(id, type_id))
      busy.add(keyOf(id, type.giver))
    }
    return [{ subject, type, why }]
  })
}

const keyOf = (subject: string, what: string) => `${subject} ${what}`

function obstacleOf(
  of: Advised,
  subject: Dossier,
  type: AdviceType,
  { asked, busy }: { asked: ReadonlySet<string>; busy: ReadonlySet<string> },
): MessageKey | null {
  if (of.overIn.includes(subject.state)) return 'advices.over'
  if (!of.askers(subject).some((one) => bears(one))) return 'advices.not_asked_by_you'
  if (type.about !== of.kind.name || type.nature !== 'optional') return 'advices.many.by_rule'
  if (type.state !== 'used') return 'advices.many.ended'
  if (asked.has(keyOf(subject.id, type.id))) return 'advices.many.asked_already'
  return busy.has(keyOf(subject.id, type.giver)) ? 'advices.many.giver_asked' : null
}

/** Asks for advices on many dossiers of a kind (demandes groupées), and tells of each what became of it. They are locked. */
export async function askOnMany(
  kindName: string,
  wanted: readonly Wanted[],
  reason = '',
): Promise<Asked[]> {
  const of = advisedNamed(kindName)
  const all = await weighAsking(kindName, wanted, { lock: true })
  const going = all.filter(({ why }) => why === null)
  if (!of || going.length === 0) return all
  const by = actor().id
  await askMany(
    of,
    going.map(({ subject, type }) => ({ subject, type, nature: 'optional', reason, by })),
  )
  const subjects = new Map(going.map(({ subject }) => [subject.id, subject]))
  await actAs(system, () => turn(of, [...subjects.values()]))
  return all
}

/** So many dossiers are proposed at once; others are found by what they are called. */
export const mostProposed = 200

/** The dossiers of a kind on which the one who acts may ask for advice now, the last changed first, and whether there are more. */
export async function proposedFor(
  kindName: string,
  words: string,
): Promise<{ subjects: Dossier[]; more: boolean }> {
  const of = advisedNamed(kindName)
  if (!of) return { subjects: [], more: false }
  const called = `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`
  const { rows } = await sql<{ id: string }>`
    select d.id from commons.dossier d
    where d.kind = ${kindName} and d.state <> all(${[...of.overIn]}::text[]) and ${seen()}
      and (${words} = '' or d.title ilike ${called} or d.reference ilike ${called})
    order by d.changed_at desc, d.id limit ${mostProposed + 1}`.execute(db())
  const ids = rows.slice(0, mostProposed).map(({ id }) => id)
  const all = new Map((await readMany(of.kind, ids)).map((one) => [one.id as string, one]))
  const subjects = ids.flatMap((id) => {
    const one = all.get(id)
    return one && of.askers(one).some((who) => bears(who)) ? [one] : []
  })
  return { subjects, more: rows.length > mostProposed }
}

/** Of how many of these nothing is told: who asks may not see them, or there are none such, which nobody is told apart. */
export const untold = (ids: readonly string[], all: readonly Asked[]): number =>
  new Set(ids).difference(new Set(all.map(({ subject }) => subject.id as string))).size

/** Each of these kinds of advice on each of these dossiers. */
export const everyPair = (ids: readonly string[], typeIds: readonly string[]): Wanted[] =>
  ids.flatMap((id) => typeIds.map((type_id) => ({ id, type_id })))
