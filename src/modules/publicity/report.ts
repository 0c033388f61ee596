import { sql } from 'kysely'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { today } from '#commons/clock'
import type { OrganKind } from '#commons/law'
import { agendasIn, meetingCopies } from '#modules/publications'
import './tables.ts'

/** How the projects of a meeting were published: in time, or not; where it is not known yet, or nobody asks for it. */
export type Verdict = 'in_time' | 'late' | 'waits' | 'cancelled' | 'not_asked'

/** When what was public of a meeting became so (publicité d’une séance), by its copies. */
export interface MeetingReport {
  title: string
  organ: string
  organ_kind: OrganKind
  day: Temporal.PlainDate
  href: string
  /** By when its projects were to be public. */
  due: Temporal.PlainDate | null
  article: string
  /** When the first of them was. */
  first: Temporal.PlainDate | null
  /** Of how many points that stand there the law asked it, and of how many it was done in time: of those that were withdrawn neither. */
  asked: number
  inTime: number
  /** How many days the last of them came after that day. */
  lateDays: number
  verdict: Verdict
  /** Why points are kept back, and how many for each reason. */
  withheld: { why: string; count: number }[]
  /** Of how many points the decision is public, and how many days after the meeting the last of them was. */
  decisions: number
  decisionDays: number | null
}

interface Fact {
  meeting: string
  slug: string
  due_on: string | null
  article: string | null
  project_on: string | null
  decision_on: string | null
}

const day = (of: string) => Temporal.PlainDate.from(of)

/** The meetings of a year of which something is public, the first one first; of one organ, by its name. For a public transaction, or another. */
export async function publicReport(year: number, organ = ''): Promise<MeetingReport[]> {
  const agendas = (await agendasIn(year)).filter((one) => organ === '' || one.organ === organ)
  const facts = await factsOf(agendas.map(({ slug }) => slug))
  return agendas.map((agenda) => reported(agenda, facts.get(agenda.slug) ?? []))
}

async function factsOf(slugs: readonly string[]): Promise<Map<string, Fact[]>> {
  const { rows } = await sql<Fact>`
    select meeting, slug, due_on::text, article, (project_at at time zone ${timeZone})::date::text as project_on,
      (decision_at at time zone ${timeZone})::date::text as decision_on
    from publicity.point where meeting = any(${[...slugs]}::text[])`.execute(db())
  return Map.groupBy(rows, ({ meeting }) => meeting)
}

type Agenda = Awaited<ReturnType<typeof agendasIn>>[number]

function reported(agenda: Agenda, facts: readonly Fact[]): MeetingReport {
  const { slug, title, organ, organ_kind, starts_at, state, withheld } = agenda
  const held = starts_at.toZonedDateTimeISO(timeZone).toPlainDate()
  const asked = facts.filter(({ due_on }) => due_on !== null)
  const due = asked
    .map(({ due_on }) => due_on ?? '')
    .toSorted()
    .at(-1)
  const projects = daysOf(asked, 'project_on')
  const decisions = daysOf(
    facts.filter((one) => agenda.shown[one.slug] === 'decision'),
    'decision_on',
  )
  const shown = asked.filter((one) => agenda.shown[one.slug] !== undefined)
  const inTime = (some: readonly Fact[]) =>
    some.filter(({ due_on, project_on }) => project_on !== null && project_on <= (due_on ?? ''))
      .length
  const lastProject = projects.at(-1)
  const lastDecision = decisions.at(-1)
  const found = {
    ...{ title, organ, organ_kind, day: held, href: meetingCopies.path(slug) },
    due: due === undefined ? null : day(due),
    article: asked.find(({ article }) => article)?.article ?? '',
    first: projects[0] === undefined ? null : day(projects[0]),
    ...{ asked: shown.length, inTime: inTime(shown) },
    lateDays: due && lastProject && lastProject > due ? since(day(due), day(lastProject)) : 0,
    withheld: [...Map.groupBy(withheld, (why) => why)].map(([why, some]) => ({
      ...{ why, count: some.length },
    })),
    decisions: decisions.length,
    decisionDays: lastDecision === undefined ? null : since(held, day(lastDecision)),
  }
  // What was late stays so, whatever was withdrawn since.
  const whole = { due: found.due, asked: asked.length, inTime: inTime(asked) }
  return { ...found, verdict: verdictOf(whole, state) }
}

const since = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  from.until(to, { largestUnit: 'days' }).days

const daysOf = (facts: readonly Fact[], of: 'project_on' | 'decision_on') =>
  facts.flatMap((fact) => fact[of] ?? []).toSorted()

type Reckoned = Pick<MeetingReport, 'due' | 'asked' | 'inTime'>

/** What the figures of a meeting come to. */
export function verdictOf({ due, asked, inTime }: Reckoned, state: string): Verdict {
  if (state === 'cancelled') return 'cancelled'
  if (due === null) return 'not_asked'
  if (asked > 0 && inTime === asked) return 'in_time'
  return Temporal.PlainDate.compare(today(), due) <= 0 ? 'waits' : 'late'
}

/** How many meetings of a year there are of each verdict that counts. */
export const tallyOf = (meetings: readonly MeetingReport[]) => {
  const of = (verdict: Verdict) => meetings.filter((one) => one.verdict === verdict).length
  return { inTime: of('in_time'), late: of('late') }
}
