import { sql } from 'kysely'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { seen } from '#commons/dossiers'
import { cite, type OrganKind } from '#commons/law'
import { meetingPath } from '#modules/deliberations'
import { meetingCopies, projectsDueOn } from '#modules/publications'
import { type MeetingReport, publicReport, verdictOf } from './report.ts'

/**
 * The same for agents: also the meetings of which nothing is public, where the law asks for their projects, and articles that nobody
 * has read.
 */
export async function wholeReport(year: number, organ = ''): Promise<MeetingReport[]> {
  const known = await publicReport(year, organ)
  const all = [...known, ...(await neverPublic(year, organ))]
  const cited: MeetingReport[] = []
  for (const one of all) {
    // The kind that a copy of it names.
    const law = await projectsDueOn(one.organ_kind as OrganKind, one.day)
    cited.push({ ...one, article: law && one.due ? cite(law.rule) : one.article })
  }
  return cited.toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day))
}

interface Row {
  id: string
  title: string
  state: string
  organ: string
  organ_kind: OrganKind
  day: Temporal.PlainDate
}

async function neverPublic(year: number, organ: string): Promise<MeetingReport[]> {
  const { rows } = await sql<Row>`
    select d.id, d.title, d.state, o.name as organ, o.kind as organ_kind, (m.starts_at at time zone ${timeZone})::date as day
    from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    join commons.organ o on (o.tenant_id, o.id) = (m.tenant_id, m.organ_id)
    where m.starts_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, ${timeZone})
      and m.starts_at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, ${timeZone})
      and d.state <> 'cancelled' and not m.noted_after and ${organ} in ('', o.name) and ${seen()}
      and not exists (select from commons.publication p where p.subject_id = m.id and p.publisher = ${meetingCopies.name})
    order by m.starts_at`.execute(db())
  const asked: MeetingReport[] = []
  for (const { id, state, ...meeting } of rows) {
    const due = (await projectsDueOn(meeting.organ_kind, meeting.day))?.reckoning.date
    if (!due) continue
    const found = { due, asked: 0, inTime: 0 }
    asked.push({
      ...{ ...meeting, href: meetingPath({ id }), ...found, article: '', first: null },
      ...{ lateDays: 0, withheld: [], decisions: 0, decisionDays: null },
      verdict: verdictOf(found, state),
    })
  }
  return asked
}
