import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { integer, line, optionalDay } from '#kernel/http'
import { addressees } from './card.tsx'
import { type Reminded, remind, rhythms, type When } from './reminder.ts'

const nothing = z.literal('').transform(() => null)

/** What is asked of a reminder: the same for the form and the API. */
export const AskedReminder = z.object({
  words: line(200),
  day: optionalDay().default(null),
  before: z.union([nothing, z.null(), integer(1, 250)]).default(null),
  repeats: z.union([nothing, z.null(), z.enum(rhythms)]).default(null),
  to: line(100),
})

/** Reminds as was asked. Throws `Invalid` where no day is said, or two, or it is for others than one’s own. */
export async function remindAsAsked(
  dossier: Reminded,
  { words, to, ...when }: z.output<typeof AskedReminder>,
): Promise<void> {
  if (!addressees().includes(to)) throw Invalid.field('to', 'http.field.choose')
  await remind(dossier, momentOf(when), { words, to })
}

function momentOf({
  day,
  before,
  repeats,
}: Pick<z.output<typeof AskedReminder>, 'day' | 'before' | 'repeats'>): When {
  if (day && before) throw Invalid.field('before', 'reminders.one_of_both')
  if (before && repeats) throw Invalid.field('repeats', 'reminders.before_once')
  if (before) return { before }
  if (day) return { day, repeats }
  throw Invalid.field('day', 'http.field.required')
}
