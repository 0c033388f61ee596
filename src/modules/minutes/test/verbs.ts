import { clean } from '#kernel/richtext'
import type { Meeting } from '#modules/deliberations'
import { approveAtOnce } from '../at-once.ts'
import { minutesData } from '../compose.ts'
import { end, provide, renew } from '../life.ts'
import { itsRecord } from '../record.ts'
import { remark } from '../remark.ts'

export { approve, provide } from '../life.ts'

/** Does something with the minutes of a meeting, where it has any. */
export async function minuted(
  meeting: Meeting,
  item: { id: string },
  verb: 'provide' | 'renew' | 'end' | 'at_once' | 'remark',
): Promise<unknown> {
  const record = await itsRecord(meeting, { lock: true })
  if (!record) return undefined
  if (verb === 'provide') return provide(record)
  if (verb === 'renew') return renew(record, 'Pour voir')
  if (verb === 'end') return end(record)
  if (verb === 'remark') return remark(record, item.id, clean('<p>Une question</p>').html)
  return approveAtOnce(record, meeting, [item.id], minutesData)
}
