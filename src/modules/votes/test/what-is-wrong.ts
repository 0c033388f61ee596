import { sql } from 'kysely'
import { db } from '#kernel/db'
import { templates } from '#commons/documents'
import { read, readMany } from '#commons/dossiers'
import {
  dayOf,
  type Item,
  items,
  type Meeting,
  meetings,
  organKind,
  presentedIds,
  secretArticle,
  sittingRule,
} from '#modules/deliberations'
import { untrueIn } from '../../minutes/test/what-is-untrue.ts'
import {
  faultsIn,
  ballotsIn,
  countedIn,
  officerAt,
  takePartIn,
  quorumAmong,
  quorumRule,
  officersOf,
  sittingOf,
  urgenciesOf,
  urgencyRule,
} from '../../sittings/test/verbs.ts'
import { amendedOf, motionsOn, motionStates } from '../motion.ts'
import { electionsOf } from '../election.ts'
import { outcome } from '../majority.ts'
import { allVotesOn } from '../recorded.ts'
import { majorityOf } from '../tie.ts'
import { majorityRule } from '../vote.ts'

/** What is false or unlawful in a meeting as it stands; nothing should be. */
export async function wrongIn({ id }: { id: string }): Promise<string[]> {
  const meeting = await read(meetings, id)
  const kind = await organKind(meeting)
  const rule = await sittingRule(kind, dayOf(meeting))
  const points = await readMany(items, await presentedIds(meeting))
  const agenda = points.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const all = await allVotesOn(agenda.map((one) => one.id))
  const elections = await electionsOf(agenda.map((one) => one.id))
  const usual = await majorityRule(kind, dayOf(meeting))
  const urgent = (await urgencyRule(meeting)) && (await urgenciesOf(agenda.map((one) => one.id)))
  const motions = await motionsOn(agenda.map((one) => one.id))
  const states = await motionStates(agenda.map((one) => one.id))
  const opened = new Set([...states].flatMap(([at, { open }]) => (open.length > 0 ? [at] : [])))
  const amended = await amendedOf(agenda.map((one) => one.id))
  const quorum = await quorumRule(meeting)
  const sitting = await sittingOf(meeting)
  const part = ({ privacy, list_type }: Pick<Item, 'privacy' | 'list_type'>) =>
    (rule.closedLast && privacy === 'secret' ? 2 : 0) + (list_type === 'late' ? 1 : 0)
  const wrong: string[] = []
  const say = (holds: boolean, what: string) => holds || wrong.push(what)
  for (const [index, item] of agenda.entries()) {
    const { state, purpose, privacy, list_type, position, number } = item
    const vote = all.get(item.id)?.find(({ motion }) => motion === null)
    const isNamed = (await secretArticle(item.matter, kind, dayOf(meeting))) === null
    const name = `${position} ${state} ${purpose} ${item.poll_type} ${privacy} ${list_type}`
    say(position === index + 1, `${name}: places do not follow`)
    say(follows(agenda[index - 1]?.number, number), `${name}: ${number} does not follow`)
    const head = agenda.find((one) => number?.includes('.') && one.number === number.split('.')[0])
    say(!head || part(head) === part(item), `${name}: ${number} is below another part`)
    say(rule.closedBy === null || privacy === 'secret', `${name}: public in a closed sitting`)
    if (privacy === 'secret') say(!item.readers.includes('role:agent'), `${name}: read by all`)
    say(purpose === 'decision' || item.poll_type === 'no_vote', `${name}: voted, and no decision`)
    const accepted = state.startsWith('accepted')
    const decided = accepted || state === 'refused'
    if (accepted) {
      say(item.decision !== '', `${name}: an act without words`)
      say(purpose === 'decision' || purpose === 'takes_note', `${name}: no act, accepted`)
      say(purpose !== 'decision' || vote?.outcome.adopted === true, `${name}: not voted`)
    }
    const apart = motions.filter(({ item_id }) => item_id === item.id)
    if (decided) say(!opened.has(item.id), `${name}: something put to its vote is open`)
    say(state !== 'accepted' || !amended.has(item.id), `${name}: amended, accepted as it stood`)
    if (apart.length === 0) say(!amended.has(item.id), `${name}: amended by nothing`)
    if (state === 'refused') say(vote?.outcome.adopted === false, `${name}: refused without a vote`)
    if (state === 'treated') say(!['decision', 'takes_note'].includes(purpose), `${name}: heard`)
    if (state === 'delayed' || state === 'removed') say(!vote?.outcome.adopted, `${name}: adopted`)
    if (decided) {
      const there = new Set(takePartIn(sitting, position ?? 0).map(({ id }) => id))
      for (const office of ['presides', 'keeps'] as const) {
        const holder = officerAt(sitting, office, position ?? 0)
        say(!holder || there.has(holder), `${name}: nobody ${office}`)
      }
      const able = new Set(ballotsIn(sitting, position ?? 0).map(({ id }) => id))
      say(
        [...(vote?.ballots.keys() ?? [])].every((seat) => able.has(seat)),
        `${name}: voted, away`,
      )
      const check = quorumAmong(quorum, sitting, countedIn(sitting, position ?? 0))
      say(check?.quorum.met !== false, `${name}: without a quorum`)
      say(list_type !== 'late' || !urgent || urgent.has(item.id), `${name}: not declared urgent`)
    }
    if (meeting.state === 'closed') say(state !== 'frozen', `${name}: closed, undecided`)
    for (const one of all.get(item.id) ?? []) {
      say(!one.secret || one.ballots.size === 0, `${name}: a secret vote that names who voted`)
      if (decided) say(isNamed || one.secret, `${name}: of persons, voted in public`)
    }
    if (vote && decided && !elections.has(item.id)) {
      const own = vote.ballots.get(officerAt(sitting, 'presides', position ?? 0) ?? '')
      const rule = await majorityOf(item, meeting, usual)
      const due = outcome(vote.tally, rule.value, own).adopted
      say(due === vote.outcome.adopted, `${name}: ${JSON.stringify(vote.tally)} said otherwise`)
    }
  }
  const open = sitting.incidents.filter(({ kind, until }) => kind === 'suspended' && !until)
  say(open.length === 0 || meeting.state === 'decided', 'closed while it was suspended')
  say(open.length < 2, 'suspended twice')
  const free = agenda.filter(
    ({ matter, privacy }) => !(matter === 'discipline' && privacy === 'secret'),
  )
  const stretches = free.map(part)
  say(
    stretches.every((one, index) => index === 0 || (stretches[index - 1] ?? 0) <= one),
    `the order ${stretches.join(' ')}`,
  )
  if (meeting.state === 'closed') {
    const { presides, keeps } = await officersOf(meeting)
    const { rows } = await sql<{ lifted: boolean }>`select exists (select from kernel.event
      where subject_id = ${id} and type = 'deliberations.meeting.lift') as lifted`.execute(db())
    say(Boolean(rows[0]?.lifted) || Boolean(presides && keeps), 'closed without officers')
  }
  for (const fault of await faultsIn(meeting, { lock: false })) wrong.push(fault.sentence)
  wrong.push(...(await untrueIn(meeting)))
  if (meeting.state === 'decided' || meeting.state === 'closed')
    wrong.push(...(await wrongOnPaper(meeting, rule.closedBy)))
  return wrong
}

/** Whether a number comes after another: 2.2 or 3 after 2.1, 1 first of all. */
function follows(before: string | null | undefined, number: string | null): boolean {
  const [whole = 0, part = 0] = before?.split('.').map(Number) ?? []
  return number === String(whole + 1) || (whole > 0 && number === `${whole}.${part + 1}`)
}

/** What the template of minutes prints of points, as far as it is looked at here. */
interface Printed {
  parts: {
    title: string
    points: { number: string; votes: string[]; verb: string | null; decision: unknown[] }[]
  }[]
}

/** What is false in the minutes as they would be printed now. */
async function wrongOnPaper({ id }: Meeting, closedBy: string | null): Promise<string[]> {
  const composed = await templates
    .every()
    .find(({ name }) => name === 'minutes.minutes')
    ?.compose(id)
  // The template of minutes composes minutes.
  const { parts } = (composed && 'data' in composed ? composed.data : { parts: [] }) as Printed
  const all = parts.flatMap(({ points }) => points)
  const numbers = all.map(({ number }) => number)
  const cut = all.filter(
    ({ votes, verb }) =>
      votes.some((one) => one.endsWith(',')) !== (verb !== null && votes.length > 0),
  )
  return [
    ...(numbers.some((one, index) => !follows(numbers[index - 1], one))
      ? [`printed ${numbers.join(' ')}`]
      : []),
    ...cut.map(({ number, votes, verb }) => `point ${number} is cut: ${votes.join(' ')} ${verb}`),
    ...all.flatMap(({ number, verb, decision }) =>
      verb !== null && decision.length === 0 ? [`point ${number} has no words`] : [],
    ),
    ...(closedBy !== null && parts.some(({ title }) => title === 'Séance publique')
      ? ['a public part of a closed sitting']
      : []),
  ]
}
