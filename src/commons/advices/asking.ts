import { actAs, actor, bears, system } from '#kernel/access'
import { Conflict, ensure, Forbidden, Invalid, NotFound } from '#kernel/errors'
import { type Call, isId } from '#kernel/http'
import { db } from '#kernel/db'
import { today } from '#commons/clock'
import { type Dossier, load, read, write } from '#commons/dossiers'
import { change } from '#commons/workflow'
import { type Advice, advices, advicesOn, adviceWorkflow } from './advice.ts'
import { type Advised, advisedNamed } from './advised.ts'
import { askMany, delayed, turn } from './following.ts'
import { delaysOf } from './limit.ts'
import { type AdviceType, typeAsked, typesNamed, typesOn } from './type.ts'

/** A dossier on which advice is asked, of whatever kind, as the one who acts sees it. */
export interface Subject {
  of: Advised
  dossier: Dossier
}

/** The dossier of an address, which is locked where something is done. Throws `NotFound`. */
export async function subjectNamed(id: string, { lock = false } = {}): Promise<Subject> {
  const of = isId(id) ? await kindOf(id) : undefined
  if (!of) throw new NotFound()
  return { of, dossier: await read(of.kind, id, { lock }) }
}

async function kindOf(id: string): Promise<Advised | undefined> {
  const found = await db()
    .selectFrom('commons.dossier')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirst()
  return found && advisedNamed(found.kind)
}

/** Whether the one who acts may ask advice on a dossier, as it is now. */
const mayAsk = ({ of, dossier }: Subject): boolean =>
  !of.overIn.includes(dossier.state) && of.askers(dossier).some((one) => bears(one))

/** The kinds of advice that the one who acts may ask now; and those that they may give unasked. */
export async function askable(
  subject: Subject,
): Promise<{ asks: AdviceType[]; offers: AdviceType[] }> {
  const { of, dossier } = subject
  const all = await typesOn(of.kind.name)
  if (all.length === 0) return { asks: [], offers: [] }
  const standing = await actAs(system, () => advicesOn([dossier.id]))
  const has = new Set(standing.map(({ type_id }) => type_id))
  const free = all.filter((one) => !has.has(one.id))
  return {
    asks: mayAsk(subject) ? free.filter(({ nature }) => nature === 'optional') : [],
    offers: of.givenIn.includes(dossier.state) ? free.filter(mayOffer) : [],
  }
}

/** Whether the one who acts may give an advice of a kind unasked (d’initiative, D05). */
const mayOffer = ({ uninvited, giver }: AdviceType): boolean =>
  uninvited && (giver.startsWith('service:') ? writesFor(giver) : bears(giver))
const writesFor = (service: string) => bears(`${service}:editor`) || bears(`${service}:head`)

/**
 * Asks for an advice on a dossier (demander un avis), once for each kind (D12) and each who gives it. Give it a dossier that
 * is locked.
 */
export async function ask(
  subject: Subject,
  { type_id, reason = '' }: { type_id: string; reason?: string },
): Promise<Advice> {
  const type = await typeAsked(type_id, subject.of.kind.name)
  ensure(mayAsk(subject), Forbidden, 'advices.not_asked_by_you')
  return begin(subject, type, { nature: 'optional', reason })
}

/** Begins an advice that nobody asked, on behalf of who gives it. */
export async function offer(subject: Subject, type_id: string): Promise<Advice> {
  const type = await typeAsked(type_id, subject.of.kind.name)
  ensure(mayOffer(type), Forbidden, 'advices.not_given_by_you')
  ensure(subject.of.givenIn.includes(subject.dossier.state), Conflict, 'advices.not_yet')
  return begin(subject, type, { nature: 'own', reason: '' })
}

async function begin(
  { of, dossier }: Subject,
  type: AdviceType,
  { nature, reason }: { nature: Advice['nature']; reason: string },
): Promise<Advice> {
  const standing = await actAs(system, () => advicesOn([dossier.id]))
  if (standing.some(({ type_id }) => type_id === type.id))
    throw Invalid.field('type_id', 'advices.asked_already', { title: type.title })
  if (standing.some(({ giver, nature: how }) => giver === type.giver && how === 'optional'))
    throw Invalid.field('type_id', 'advices.giver_asked', { title: type.title })
  const [asked] = await askMany(of, [{ subject: dossier, type, nature, reason, by: actor().id }])
  if (!asked) throw new Error('No advice was asked')
  await actAs(system, () => turn(of, [dossier]))
  return actAs(system, () => read(advices, asked.id))
}

interface Found extends Subject {
  advice: Advice
  type: AdviceType
}

/** The advice of a route; where something is done its dossier is locked before it, as by all that moves its advices. */
export async function adviceOf(c: Call): Promise<Found> {
  const lock = c.req.method !== 'GET'
  const seen = await load(c, advices, { lock: false })
  return actAs(system, async () => {
    const { of, dossier } = await subjectNamed(seen.subject_id, { lock })
    const types = await typesNamed([seen.type_id])
    const type = types.get(seen.type_id)
    if (!type) throw new NotFound()
    return { of, dossier, type, advice: seen }
  }).then(async (found) => ({ ...found, advice: await read(advices, seen.id, { lock }) }))
}

/** Asks again for an advice that was given: what it said stays among its versions, its clock begins anew. */
export async function askAgain({ of, dossier, advice }: Found, comment: string): Promise<Advice> {
  ensure(!of.overIn.includes(dossier.state), Conflict, 'advices.over')
  await change(advices, adviceWorkflow, advice, 'ask_again', { comment })
  await actAs(system, () => turn(of, [dossier]))
  return actAs(system, () => read(advices, advice.id))
}

/** Takes a demand back. */
export async function withdraw({ of, dossier, advice }: Found, comment: string): Promise<Advice> {
  const gone = await change(advices, adviceWorkflow, advice, 'withdraw', { comment })
  await actAs(system, () => turn(of, [dossier]))
  return gone
}

/**
 * Lets another delay of its kind run from the day on which it began: a shorter one is for who asks (urgence), a longer one for who
 * gives it or asks (prolongation, L1124-40), once, while there is time.
 */
export async function setDelay(
  { of, dossier, type, advice }: Found,
  { delay, comment }: { delay: string; comment: string },
): Promise<Advice> {
  const known = delaysOf(type).find(({ name }) => name === delay)
  if (!known) throw Invalid.field('delay', 'http.field.choose')
  if (comment.trim() === '') throw Invalid.field('comment', 'workflow.comment_needed')
  ensure(advice.state === 'running', Conflict, 'advices.not_running')
  ensure(advice.delay === 'normal', Conflict, 'advices.delay_taken')
  const next = await actAs(system, () => delayed(of, dossier, type, advice, delay))
  const before = advice.due_on
  const longer = before !== null && Temporal.PlainDate.compare(next.due_on, before) > 0
  const doers = longer ? [...advice.askers, ...advice.advisers] : advice.askers
  ensure(
    doers.some((one) => bears(one)),
    Forbidden,
    'advices.delay_of_others',
  )
  ensure(!before || Temporal.PlainDate.compare(today(), before) <= 0, Conflict, 'advices.past')
  if (Temporal.PlainDate.compare(next.due_on, today()) < 0)
    throw Invalid.field('delay', 'advices.delay_past')
  return write(advices, advice, { ...next, told_on: null }, longer ? 'prolong' : 'hasten', {
    comment: comment.trim(),
    delay: known.label,
  })
}
