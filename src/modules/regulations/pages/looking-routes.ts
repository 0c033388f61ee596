import { permission } from '#kernel/access'
import { type ApiRoutes, form, type PageRoutes } from '#kernel/http'
import { Edition, redirect } from '#kernel/pages'
import { load } from '#commons/dossiers'
import { z } from 'zod'
import { sayLookedAt } from '../looked.ts'
import { isToLook, type Look, lookAt } from '../looking.ts'
import { postings } from '../posting.ts'

const [reads, looks] = [permission('regulations.read'), permission('regulations.look')]

const LookAnswer = z.object({
  found: z.array(z.object({ words: z.string(), kind: z.string() })),
  too_long: z.boolean().describe('Nothing was looked for: there is too much of it.'),
  to_look: z.boolean().describe('It is not published before somebody says that these may be.'),
  edition: z.string().describe('Of the words that were found.'),
  looked: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
})

const told = (look: Look): z.input<typeof LookAnswer> => ({
  found: look.found.map(({ words, kind }) => ({ words, kind })),
  ...{ too_long: look.tooLong, to_look: isToLook(look), edition: look.edition },
  looked: look.looked && { by: look.looked.by, at: look.looked.at.toString() },
})

/** Adds how somebody says that what was found in a text may be public. */
export function addLookingRoutes(pages: PageRoutes, api: ApiRoutes): void {
  pages.post('/postings/:id/looking', looks, form(Edition), async (c, { edition }) => {
    const posting = await load(c, postings)
    await sayLookedAt(posting.id, edition)
    return redirect(c, postings.path(posting.id), { key: 'regulations.look.said' })
  })

  api.on(
    'get',
    '/postings/:id/looking',
    reads,
    { summary: 'What says who somebody is in a text that is not public yet', answer: LookAnswer },
    async (c) => told(await lookAt(await load(c, postings))),
  )

  api.on(
    'post',
    '/postings/:id/looking',
    looks,
    {
      summary: 'Say that the words which were found in a text may be public',
      body: Edition,
      answer: LookAnswer,
    },
    async (c, { edition }) => told(await sayLookedAt((await load(c, postings)).id, edition)),
  )
}
