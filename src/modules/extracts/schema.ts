import { z } from 'zod'
import { flag, id, line, optionalDay, optionalId, optionalLine, several } from '#kernel/http'

/** Of which points extracts are issued, one of each or one of all, for whom. */
export const Issuing = z.object({
  items: several(id(), 500).transform((some) => some ?? []),
  together: flag().describe('One extract of all of them.'),
  recipient: optionalLine(300),
})

/** As what an extract is made. */
export const Made = z.object({ format: z.enum(['pdf', 'docx']).default('pdf') })

const days = () => optionalDay({ since: 1990, ahead: 20 }).default(null)

export const Delegating = z.object({
  organ_id: id(),
  service_id: optionalId(),
  office: z.enum(['keeps', 'presides']),
  person_id: id(),
  title: line(200),
  mention: optionalLine(500),
  valid_from: days(),
  valid_to: days(),
})
