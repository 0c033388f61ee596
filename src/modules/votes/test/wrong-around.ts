import { sql } from 'kysely'
import { db } from '#kernel/db'
import { templates as papers } from '#commons/documents'
import { read } from '#commons/dossiers'
import { agendaOf, decidedStates, type Meeting, meetings } from '#modules/deliberations'
import { untrueOnScreens } from '../../live/test/verbs.ts'
import { explanationsOn } from '../../preparation/test/verbs.ts'
import { untrueInRegister } from '../../register/test/verbs.ts'
import { untrueOnward } from '../../sendings/test/verbs.ts'
import { placedOn } from '../../templates/test/verbs.ts'
import { untrueInBoxes } from '../../live/test/untrue-in-box.ts'
import type { Sat } from './houses.ts'

/** What is false or unlawful around a meeting: on screens, in the register, in the other organ, on the next agenda. */
export async function wrongAround({ meeting, next, there, devices }: Sat): Promise<string[]> {
  const all: Meeting[] = []
  for (const { id } of [meeting, next, there]) all.push(await read(meetings, id))
  const wrong = await untrueInBoxes(devices)
  for (const one of all) wrong.push(...(await untrueOnScreens(one)), ...(await untrueNotes(one)))
  wrong.push(...(await untrueInRegister(all)), ...(await untrueOnward()))
  for (const one of all) wrong.push(...(await untrueRecurring(one)))
  const { rows } = await sql<{ reference: string }>`
    select reference from commons.dossier where reference <> '' group by kind, reference having count(*) > 1`.execute(
    db(),
  )
  for (const { reference } of rows) wrong.push(`two are called ${reference}`)
  return wrong
}

/** The numbers of what is decided, by point: none of them changes while it is. */
export async function settledNumbers({
  meeting,
  next,
  there,
}: Sat): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; at: string }>`
    select i.id, concat(i.meeting_id, ' ', i.number) as at from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    where i.meeting_id = any(${[meeting.id, next.id, there.id]}::uuid[])
      and d.state = any(${[...decidedStates]}::text[])`.execute(db())
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** The explanatory notes of an agenda, as they would be sent now: of its points, in their order. */
async function untrueNotes({ id }: Meeting): Promise<string[]> {
  const lines = await agendaOf(id)
  const notes = await explanationsOn(lines.map((line) => line.id))
  if (notes.size === 0) return []
  const made = await papers
    .every()
    .find(({ name }) => name === 'minutes.explanatory_notes')
    ?.compose(id)
  const blocks = made && 'report' in made ? made.report.blocks : []
  const printed = blocks.flatMap((one) =>
    one.kind === 'heading' && one.number ? [one.number] : [],
  )
  const due = lines.filter((line) => notes.has(line.id)).map(({ number }) => number)
  return printed.join() === due.join()
    ? []
    : [`notes of ${printed.join()} instead of ${due.join()}`]
}

/** A recurring point stands once, or it is said why it does not. */
async function untrueRecurring(meeting: Meeting): Promise<string[]> {
  const placed = await placedOn(meeting)
  const standing = placed.filter(({ state }) => state === 'placed')
  const titles = (await agendaOf(meeting.id)).filter(({ title }) => title === 'Divers')
  return titles.length === standing.length
    ? []
    : [`a recurring point stands ${titles.length} times, and is said to ${standing.length}`]
}
