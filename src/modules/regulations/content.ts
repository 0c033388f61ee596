import { z } from 'zod'
import { publicText } from '#commons/publication'

const day = z.iso.date()

/** What everybody may know of a text that is published: the whitelist. */
export const PublicPosting = z.strictObject({
  nature: z.enum(['regulation', 'order', 'notice']),
  type: z.string().nullable(),
  matter: z.string().nullable(),
  /** Who took it: a key of ours, said in the language of who reads. */
  body: z.string(),
  decided_on: day.nullable(),
  /** The reference of the decision, where it has one. */
  decision: z.string().nullable(),
  published_on: day,
  text: publicText(),
  consultation: z.string(),
  supervision: z
    .strictObject({
      by: z.string(),
      outcome: z.string().nullable(),
      on: day.nullable(),
      /** When the time of the supervision ended. */
      over_on: day.nullable(),
    })
    .nullable(),
  in_force: z
    .strictObject({
      on: day,
      /** Its own words say so. */
      stated: z.boolean(),
      article: z.string().nullable(),
      /** Days after the publication. */
      days: z.int().nullable(),
    })
    .nullable(),
  expires_on: day.nullable(),
  replaces: z.array(
    z.strictObject({
      slug: z.string(),
      /** As older copies say it: a title goes with its text, and is read where that stands. */
      title: z.string().optional(),
      how: z.enum(['replaces', 'amends']),
      note: z.string(),
    }),
  ),
  /** The file that was published with it, by the SHA-256 of its bytes. */
  pdf: z.strictObject({ name: z.string(), hash: z.string(), size: z.int() }).nullable(),
})
export type PublicPosting = z.output<typeof PublicPosting>
