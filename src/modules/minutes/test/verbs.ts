import { clean } from '#kernel/richtext'
import { votes } from '#commons/organs'
import { change } from '#commons/workflow'
import type { Meeting } from '#modules/deliberations'
import { attendance } from '#modules/sittings'
import { approveAtOnce } from '../at-once.ts'
import { minutesData } from '../compose.ts'
import { end, provide, renew } from '../life.ts'
import { object, objectionsTo, settleObjection } from '../objection.ts'
import { itsRecord, records } from '../record.ts'
import { rectify } from '../rectification.ts'
import { remark } from '../remark.ts'
import { noteSignature, signersOn } from '../signing.ts'
import { recordWorkflow } from '../workflow.ts'

export { approve, provide } from '../life.ts'

/** What may be done to the minutes of a meeting. */
export const minutesVerbs = [
  ...(['provide', 'renew', 'end', 'at_once', 'remark', 'take_back'] as const),
  ...(['object', 'follow', 'reject', 'rectify', 'sign'] as const),
]

/** Does something with the minutes of a meeting, where it has any. */
export async function minuted(
  meeting: Meeting,
  item: { id: string },
  verb: (typeof minutesVerbs)[number],
): Promise<unknown> {
  const record = await itsRecord(meeting, { lock: true })
  if (!record) return undefined
  const why = 'Pour voir'
  const point = { item_id: item.id, reason: why }
  switch (verb) {
    case 'provide':
      return provide(record)
    case 'renew':
      return renew(record, why)
    case 'end':
      return end(record)
    case 'take_back':
      return change(records, recordWorkflow, record, 'take_back', { comment: why })
    case 'remark':
      return remark(record, item.id, clean('<p>Une question</p>').html)
    case 'object': {
      const member = (await attendance(meeting)).find(votes)
      return member && object(record, meeting, { ...point, seat_id: member.id, wanted: why }, true)
    }
    case 'follow':
    case 'reject': {
      const open = (await objectionsTo(record)).find(({ outcome }) => outcome === null)
      const outcome = verb === 'follow' ? 'accepted' : 'rejected'
      return open && settleObjection(record, open.id, { outcome, answer: why })
    }
    case 'rectify':
      return rectify(record, { ...point, words: 'Lire autrement' })
    case 'sign': {
      const on =
        record.approved_on ?? meeting.starts_at.toZonedDateTimeISO('Europe/Brussels').toPlainDate()
      const seat = (await signersOn(meeting, on)).find((one) => votes(one.seat))?.seat
      return seat && noteSignature(record, meeting, { office: 'presides', seat_id: seat.id, on })
    }
    case 'at_once':
      return approveAtOnce(record, meeting, [item.id], minutesData)
  }
}
