import { z } from 'zod'
import { flag, integer, line, oneLine, several } from '#kernel/http'
import { categoryFields, rhythms, statesThere, textsThere } from './tables.ts'

/** The address of a site, as one copies it from a browser: what follows the site itself is left out. */
const site = line(500)
  .refine((text) => {
    const url = URL.parse(text)
    return (
      url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash
    )
  }, 'pulls.url_wrong')
  .transform((text) => (text.endsWith('/') ? text.slice(0, -1) : text))

/** What is said of how a source is fetched. */
export const SettingSent = z.object({
  url: site,
  username: line(200),
  config_id: line(200),
  category_field: z.enum(categoryFields).default('category'),
  texts: z.enum(textsThere).default('public_deliberation'),
  states: several(z.enum(statesThere)).transform((some, issues) => {
    if (some && some.length > 0) return some
    issues.addIssue({ code: 'custom', message: 'pulls.states_needed' })
    return z.NEVER
  }),
  mapped_subjects_only: flag(),
  mapped_people_only: flag(),
  every: z.enum(rhythms).default('never'),
  days_back: integer(1, 730),
})

/** A password is typed or kept: it is never shown. */
export const Secret = z.object({ password: oneLine(500).default('') })

/** Which points of a meeting are fetched. */
export const Chosen = z.object({
  title: line(10_000).transform((text) => text.slice(0, 300)),
  all: flag(),
  points: several(line(200)),
  force: flag(),
})
