import { z } from 'zod'
import { id, integer, line, plainText, several } from '#kernel/http'

const none: string[] = []

/** What is said of a program, and what is given to it. */
export const ProgramFields = z.object({
  name: line(80),
  purpose: plainText(500).refine((text) => text !== '', 'http.field.required'),
  contact: line(200),
  service_id: id(),
  scopes: several(z.string().max(100)).transform((all) => all ?? none),
  roles: several(z.string().max(80)).transform((all) => all ?? none),
  services: several(id()).transform((all) => all ?? none),
  function: z.enum(['editor', 'observer']).default('observer'),
  per_minute: integer(1, 6000).default(600),
})
export type SaidOfProgram = z.output<typeof ProgramFields>

/** In days: how long a key lasts unless told, and at most. */
export const keyDays = { usual: 365, most: 731 } as const

export const KeyFields = z.object({ days: integer(1, keyDays.most).default(keyDays.usual) })
