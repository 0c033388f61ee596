import { db } from '#kernel/db'
import { agendaOf, hasAct, type Meeting } from '#modules/deliberations'
import { approvedMinutes, itsRecord, rectificationsOf } from '#modules/minutes'
import { verifyRegister } from '../verify.ts'

/** What the register says of meetings that is not what was decided there; nothing should be. */
export async function untrueInRegister(meetings: readonly Meeting[]): Promise<string[]> {
  const wrong = (await verifyRegister()).flatMap(({ findings, untold }) => [
    ...findings.map(({ what, reference }) => `the register: ${what} ${reference}`),
    ...(untold > 0 ? [`the register: ${untold} are not signed by this house`] : []),
  ])
  for (const meeting of meetings) {
    const entries = await db()
      .selectFrom('register.entry')
      .select(['kind', 'about_id', 'content', 'minutes_hash'])
      .where('meeting_id', '=', meeting.id)
      .orderBy('seq')
      .execute()
    const record = await itsRecord(meeting)
    if (record?.state !== 'approved') {
      if (entries.length > 0) wrong.push('the register holds what is not approved')
      continue
    }
    const { data, hash } = await approvedMinutes(record)
    const said = new Map(
      data.parts.flatMap(({ points }) => points.map((one) => [one.number, one] as const)),
    )
    const acts = (await agendaOf(meeting.id)).filter(
      (line) => hasAct(line) && line.state.startsWith('accepted'),
    )
    const due = acts.map(({ id, number }) => [id, JSON.stringify(said.get(number))])
    const held = entries.filter(({ kind }) => kind === 'act')
    if (JSON.stringify(held.map((one) => [one.about_id, one.content])) !== JSON.stringify(due))
      wrong.push(`the register holds ${held.length} acts, the minutes ${due.length}, or others`)
    if (entries.some(({ minutes_hash }) => minutes_hash !== hash))
      wrong.push('the register names other minutes')
    const corrections = entries.length - held.length
    if (corrections !== (await rectificationsOf(record)).length)
      wrong.push(`the register holds ${corrections} corrections, or there are others`)
  }
  return wrong
}
