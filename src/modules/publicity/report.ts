import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { today } from '#commons/clock'
import './tables.ts'

/** How the projects of a meeting were published: in time, or not; where it is not known yet, or nobody asks for it. */
export type Verdict = 'in_time' | 'late' | 'waits' | 'cancelled' | 'not_asked'

/** When what was public of a meeting became so (publicité d’une séance), by its copies. */
export interface MeetingReport {
  title: string
  organ: string
  organ_kind: string
  day: Temporal.PlainDate
  href: string
  /** By when its projects were to be public. */
  due: Temporal.PlainDate | null
  article: string
  /** When the first of them was. */
  first: Temporal.PlainDate | null
  /** Of how many points the law asked it, and of how many it was done in time. */
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

const Fact = z.object({
  due_on: z.iso.date().nullable(),
  article: z.string().nullable(),
  project_on: z.iso.date().nullable(),
  decision_on: z.iso.date().nullable(),
})
type Fact = z.output<typeof Fact>

interface Row {
  slug: string
  title: string
  organ: string
  organ_kind: string
  day: Temporal.PlainDate
  state: 'planned' | 'held' | 'cancelled'
  withheld: string[]
  facts: unknown
}

const day = (of: string) => Temporal.PlainDate.from(of)

/** The meetings of a year of which something is public, the first one first; of one organ, by its name. For a public transaction, or another. */
export async function publicReport(year: number, organ = ''): Promise<MeetingReport[]> {
  const { rows } = await sql<Row>`
    select a.slug, a.title, a.organ, a.organ_kind, (a.starts_at at time zone ${timeZone})::date as day, a.state,
      array(select l ->> 'withheld' from jsonb_array_elements(p.content -> 'points') as l
        where l ->> 'withheld' is not null) as withheld,
      (select coalesce(jsonb_agg(jsonb_build_object('due_on', f.due_on, 'article', f.article,
          'project_on', (f.project_at at time zone ${timeZone})::date,
          'decision_on', (f.decision_at at time zone ${timeZone})::date)), '[]')
        from publicity.point f where f.meeting = a.slug) as facts
    from publications.agenda a join commons.publication p on p.hash = a.hash
    where a.starts_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, ${timeZone})
      and a.starts_at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, ${timeZone})
      and ${organ} in ('', a.organ)
    order by a.starts_at, a.slug`.execute(db())
  return rows.map(reported)
}

function reported({ slug, withheld, facts: told, state, ...meeting }: Row): MeetingReport {
  const facts = z.array(Fact).parse(told)
  const asked = facts.filter(({ due_on }) => due_on !== null)
  const last = asked.map(({ due_on }) => due_on ?? '').toSorted()
  const due = last.at(-1)
  const projects = daysOf(asked, 'project_on')
  const decisions = daysOf(facts, 'decision_on')
  const inTime = asked.filter(
    ({ due_on, project_on }) => project_on !== null && project_on <= (due_on ?? ''),
  ).length
  const lastProject = projects.at(-1)
  const lastDecision = decisions.at(-1)
  const found = {
    ...{ ...meeting, href: `/decisions/meetings/${slug}` },
    due: due === undefined ? null : day(due),
    article: asked.find(({ article }) => article)?.article ?? '',
    first: projects[0] === undefined ? null : day(projects[0]),
    ...{ asked: asked.length, inTime },
    lateDays: due && lastProject && lastProject > due ? since(day(due), day(lastProject)) : 0,
    withheld: [...Map.groupBy(withheld, (why) => why)].map(([why, some]) => ({
      ...{ why, count: some.length },
    })),
    decisions: decisions.length,
    decisionDays: lastDecision === undefined ? null : since(meeting.day, day(lastDecision)),
  }
  return { ...found, verdict: verdictOf(found, state) }
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
