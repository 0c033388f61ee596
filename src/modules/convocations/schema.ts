import { z } from 'zod'
import {
  day,
  flag,
  id,
  localDateTime,
  optionalDay,
  optionalLine,
  optionalLines,
  several,
} from '#kernel/http'
import { meetingYears } from '#modules/deliberations'
import { today } from '#commons/clock'
import { ways } from './tables.ts'

const seats = () => several(id(), 200).transform((some) => some ?? [])
/** Letters leave around the time of a meeting. */
const years = { since: 2000, ahead: 1 }
const sentOn = () =>
  optionalDay(years)
    .optional()
    .transform((on) => on ?? today())
    .describe('When what goes on paper or by bearer left; today unless told.')

/** Who is written to otherwise than by e-mail, by seat, and what the law asks to be said. */
export const Convoking = z.object({
  paper: seats(),
  all_on_paper: flag().describe('Whoever is not reached by bearer is written to on paper.'),
  bearer: seats(),
  sent_on: sentOn(),
  urgency: optionalLines(2000).describe('Why the delay of the law is not kept.'),
  quote: optionalLines(5000).describe('The words of the law that a third convocation repeats.'),
})

export const Again = z.object({ seats: seats(), way: z.enum(ways), sent_on: sentOn() })

export const Supplementing = z.object({ sent_on: sentOn() })

/** On what day some received what was sent to them. */
export const Received = z.object({
  notices: seats(),
  all: flag().describe('Of all that went on paper or by bearer and of which no receipt is noted.'),
  on: day(years),
})

/** When and where a meeting is to be held instead. */
export const Rearranging = z.object({
  starts_at: localDateTime(meetingYears),
  place: optionalLine(),
  reason: optionalLines(2000).describe(
    'Told to those who were convoked; asked for once they were.',
  ),
  urgency: optionalLines(2000).describe('Why the delay of the law is not kept.'),
})

/** When and where an organ meets that was not there in number. */
export const Reconvening = z.object({
  starts_at: localDateTime(meetingYears),
  place: optionalLine(),
})
