import { z } from 'zod'
import { flag, id, longText, optionalLine, optionalLines } from '#kernel/http'

/** What is sent to say that a point goes on to another organ: the same for form and API. */
export const Wishing = z.object({
  destination_id: id(),
  title: optionalLine(500),
  motivation: longText(),
  decision: longText(),
  privacy: z
    .union([z.enum(['public', 'secret']), z.literal('').transform(() => null), z.null()])
    .default(null),
  urgent: flag(),
  urgency: optionalLines(1000),
})

/** What is done to one: it is dropped before it went, sent now, or taken back. */
export const SendingStep = z.object({ verb: z.enum(['drop', 'send', 'take_back']) })
