import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { today } from '#commons/clock'
import { createMany, type Dossier, lend, readMany, refreshMany, writeMany } from '#commons/dossiers'
import { enforceMany } from '#commons/workflow'
import { type Advice, advices, advicesOn, adviceWorkflow, isTimedOut, titleOf } from './advice.ts'
import { type Advised, type Done, followBy } from './advised.ts'
import { inherit } from './inheriting.ts'
import { type Limit, limitOf } from './limit.ts'
import { type AdviceType, typesNamed, typesOn } from './type.ts'
import './tables.ts'

/** The principals who give an advice of a kind: those who write for a service, who holds a role. */
const advisersOf = ({ giver }: AdviceType): string[] =>
  giver.startsWith('service:') ? [`${giver}:editor`, `${giver}:head`] : [giver]

/** Asks for advices of kinds on dossiers, as the house. They wait until their dossier lets them be given. */
export function askMany(
  of: Advised,
  asked: readonly {
    subject: Dossier
    type: AdviceType
    nature: Advice['nature']
    reason?: string
    by?: string | null
  }[],
): Promise<Advice[]> {
  return createMany(
    advices,
    asked.map(({ subject, type, nature, reason = '', by }) => ({
      root: {
        ...{ title: titleOf(type.title, subject.title), state: adviceWorkflow.initial },
        ...{ service_id: subject.service_id, created_by: by ?? null },
      },
      own: {
        ...{ type_id: type.id, subject_id: subject.id, subject_kind: of.kind.name, nature, reason },
        ...{ giver: type.giver, advisers: advisersOf(type), confidential: type.confidential },
        ...{ askers: [...of.askers(subject)], subject_readers: subject.readers },
      },
      history: { subject: subject.title },
    })),
  )
}

/**
 * What is done to dossiers moves their advices: those that a rule asks are asked, clocks start, stop and end, who sees the
 * dossier sees them, and who is asked sees the dossier as long as they may answer. As the house; so many queries, however many.
 */
async function follow(of: Advised, done: readonly Done[]): Promise<void> {
  await inherit(of, done)
  const old = done.filter(({ fresh, after }) => !fresh || after)
  const standing = old.length > 0 ? await advicesOn(old.map(({ id }) => id)) : []
  const anew = done.flatMap(({ id, anew: is }) => (is ? id : []))
  const types = anew.length > 0 ? await typesOn(of.kind.name) : []
  const wanted = await wantedBy(
    of,
    anew.map((id) => ({ id })),
    types,
  )
  const ids = new Set([
    ...standing.map(({ subject_id }) => subject_id),
    ...wanted.map(({ id }) => id),
  ])
  if (ids.size === 0) return
  const subjects = await readMany(of.kind, [...ids])
  await askByRule(of, subjects, { wanted, standing, anew: new Set(anew) })
  await turn(of, subjects)
}
followBy(follow)

interface Wanted {
  id: string
  type: AdviceType
}

interface Asked {
  wanted: readonly Wanted[]
  standing: readonly Advice[]
  anew: ReadonlySet<string>
}

/** Asks what a rule asks, and takes back what it asks no more; what was given stays (D06). */
async function askByRule(
  of: Advised,
  subjects: readonly Dossier[],
  { wanted, standing, anew }: Asked,
): Promise<void> {
  const open = new Map<string, Dossier>(
    subjects.flatMap((one) => (of.overIn.includes(one.state) ? [] : [[one.id, one]])),
  )
  const keyOf = (subject: string, type: string) => `${subject} ${type}`
  const has = new Set(standing.map((one) => keyOf(one.subject_id, one.type_id)))
  const missing = wanted.flatMap(({ id, type }) => {
    const subject = open.get(id)
    return subject && !has.has(keyOf(id, type.id)) ? [{ subject, type }] : []
  })
  if (missing.length > 0)
    await askMany(
      of,
      missing.map(({ subject, type }) => ({
        ...{ subject, type },
        nature: type.nature === 'mandatory' ? 'mandatory' : 'automatic',
      })),
    )
  const still = new Set(wanted.map(({ id, type }) => keyOf(id, type.id)))
  const gone = standing.filter(
    (one) =>
      one.nature === 'automatic' &&
      one.state !== 'given' &&
      anew.has(one.subject_id) &&
      open.has(one.subject_id) &&
      !still.has(keyOf(one.subject_id, one.type_id)),
  )
  if (gone.length > 0)
    await enforceMany(
      advices,
      adviceWorkflow,
      'lapse',
      gone.map((dossier) => ({ dossier })),
    )
}

/** Which kinds of advice a rule asks of which dossiers. */
export async function wantedBy(
  of: Advised,
  some: readonly { id: string }[],
  types: readonly AdviceType[],
): Promise<Wanted[]> {
  const ids = some.map(({ id }) => id)
  const wanted: Wanted[] = []
  for (const type of types) {
    if (type.nature === 'optional') continue
    const condition = of.conditions.find(({ name }) => name === type.condition)
    const holds = type.nature === 'mandatory' ? new Set(ids) : await condition?.holds(some)
    for (const id of ids) if (holds?.has(id)) wanted.push({ id, type })
  }
  return wanted
}

/** Starts, stops and ends the clocks of the advices on these dossiers, and shows each to whom it is. */
export async function turn(of: Advised, subjects: readonly Dossier[]): Promise<void> {
  const all = await advicesOn(subjects.map(({ id }) => id))
  const by = new Map<string, Dossier>(subjects.map((one) => [one.id, one]))
  const types = await typesNamed(all.map(({ type_id }) => type_id))
  const moves = { start: [], stop: [], end: [] } as Record<'start' | 'stop' | 'end', Advice[]>
  for (const advice of all) {
    const state = by.get(advice.subject_id)?.state ?? ''
    const verb = of.givenIn.includes(state) ? 'start' : of.overIn.includes(state) ? 'end' : 'stop'
    const from: readonly string[] = adviceWorkflow.transitions[verb].from
    if (from.includes(advice.state)) moves[verb].push(advice)
  }
  const started = await Promise.all(
    moves.start.map(async (dossier) => {
      const [subject, type] = [by.get(dossier.subject_id), types.get(dossier.type_id)]
      return { dossier, patch: subject && type ? await begun(of, subject, type, dossier) : {} }
    }),
  )
  const stopped = { stopped_on: today() }
  await move('start', started)
  await move(
    'stop',
    moves.stop.map((dossier) => ({ dossier, patch: stopped })),
  )
  await move(
    'end',
    moves.end.map((dossier) => ({ dossier, patch: stopped })),
  )
  await show(of, subjects, types)
}

const move = async (
  verb: 'start' | 'stop' | 'end',
  steps: Parameters<typeof enforceMany<Omit<Advice, keyof Dossier>, 'start' | 'stop' | 'end'>>[3],
) => {
  if (steps.length > 0) await enforceMany(advices, adviceWorkflow, verb, steps as never)
}

/** The clock begins anew, but where its time was over when it stopped (D01): then it stays over. */
async function begun(of: Advised, subject: Dossier, type: AdviceType, advice: Advice) {
  if (isTimedOut(advice)) return { stopped_on: null }
  const from = today()
  const limit = await limitOf(of, subject, type, { from, delay: advice.delay })
  return { ...limit, started_on: from, stopped_on: null, told_on: null }
}

/** Those who may answer see the dossier; those who see the dossier see what was answered. */
async function show(
  of: Advised,
  subjects: readonly Dossier[],
  types: ReadonlyMap<string, AdviceType>,
): Promise<void> {
  const all = await advicesOn(subjects.map(({ id }) => id))
  const lent = new Map(
    subjects.map(({ id }) => [
      id,
      all.flatMap((one) => (one.subject_id === id && answers(one) ? one.giver : [])),
    ]),
  )
  const fresh = new Map(
    (await lend(of.kind, 'advices', lent)).map((one) => [one.id as string, one]),
  )
  const rows = all.flatMap(({ id, subject_id }) => {
    const subject = fresh.get(subject_id)
    return subject ? [{ id, readers: subject.readers, askers: of.askers(subject) }] : []
  })
  await sql`
    update commons.advice a set subject_readers = w.readers, askers = w.askers
    from jsonb_to_recordset(${asRows(rows)}) as w (id uuid, readers text[], askers text[])
    where a.id = w.id
      and (a.subject_readers, a.askers) is distinct from (w.readers, w.askers)`.execute(db())
  const renamed = all.flatMap((dossier) => {
    const [subject, type] = [fresh.get(dossier.subject_id), types.get(dossier.type_id)]
    const title = subject && type ? titleOf(type.title, subject.title) : dossier.title
    return title === dossier.title ? [] : [{ dossier, patch: { title } }]
  })
  await writeMany(advices, 'rename', renamed)
  await refreshMany(advices, all)
}

const answers = ({ state, started_on }: Advice): boolean =>
  state === 'running' || state === 'given' || (state === 'over' && started_on !== null)

/** Another delay of a kind of advice from the day on which its clock began. */
export async function delayed(
  of: Advised,
  subject: Dossier,
  type: AdviceType,
  { started_on }: Advice,
  delay: string,
): Promise<Limit & { delay: string }> {
  const limit = await limitOf(of, subject, type, { from: started_on ?? today(), delay })
  return { ...limit, delay }
}
