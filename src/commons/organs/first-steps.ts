import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { FirstStep } from '#commons/beginning'
import { todayHere } from '#commons/directory'
import { openOrgans } from './organ.ts'
import { type SeatPart, seatParts } from './tables.ts'

/** In each organ somebody presides, some sit, and one keeps the minutes. */
export const seatStep: FirstStep = {
  name: 'organs.seats',
  title: 'organs.seats',
  async lacks() {
    const today = todayHere()
    const taken = await db()
      .selectFrom('commons.seat')
      .select(['organ_id', 'part'])
      .distinct()
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', today)]))
      .execute()
    const lacking = (organId: string): SeatPart[] =>
      seatParts.filter(
        (part) => !taken.some((one) => one.organ_id === organId && one.part === part),
      )
    return (await openOrgans()).flatMap(({ id, name, closed_on }) => {
      // One that is about to end needs nobody any more.
      const parts = closed_on ? [] : lacking(id)
      if (parts.length === 0) return []
      const who = parts.map((part) => t(`organs.step.${part}`)).join(', ')
      return { sentence: t('organs.step.lacks', { name, who }), href: `/organs/${id}` }
    })
  },
}
