import { cite } from '#commons/law'
import { organs } from '#commons/organs'
import { publicationsOfMany } from '#commons/publication'
import { dayOf } from '#modules/deliberations'
import { meetingsAsked, originOf, projectsDueOn } from '#modules/publications'
import { type MeetingReport, publicReport, verdictOf } from './report.ts'

/** The same for agents: also the meetings of which nothing is public, where the law asks for their projects; rules as they stand now. */
export async function wholeReport(year: number, organ = ''): Promise<MeetingReport[]> {
  const all = [...(await publicReport(year, organ)), ...(await neverPublic(year, organ))]
  const cited: MeetingReport[] = []
  for (const one of all) {
    const law = one.due && (await projectsDueOn(one.organ_kind, one.day))
    cited.push(law ? { ...one, article: cite(law.rule) } : one)
  }
  return cited.toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day))
}

async function neverPublic(year: number, name: string): Promise<MeetingReport[]> {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const planned = await meetingsAsked(first, first.add({ years: 1 }))
  const copies = await publicationsOfMany(planned.map(({ id }) => id))
  const bodies = new Map((await organs()).map((one) => [one.id, one]))
  const asked: MeetingReport[] = []
  for (const meeting of planned) {
    const { id, title, organ_id } = meeting
    const body = bodies.get(organ_id)
    if (!body || (name !== '' && body.name !== name)) continue
    if (copies.has(id)) continue
    const day = dayOf(meeting)
    const due = (await projectsDueOn(body.kind, day))?.reckoning.date
    if (!due) continue
    const found = { due, asked: 0, inTime: 0 }
    asked.push({
      ...{
        title,
        organ: body.name,
        organ_kind: body.kind,
        day,
        href: originOf(meeting).path(meeting),
      },
      ...{ ...found, article: '', first: null, lateDays: 0, withheld: [] },
      ...{
        decisions: 0,
        decisionDays: null,
        verdict: verdictOf(found, originOf(meeting).stateOf(meeting)),
      },
    })
  }
  return asked
}
