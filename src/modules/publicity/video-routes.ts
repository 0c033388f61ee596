import { z } from 'zod'
import { permission } from '#kernel/access'
import { type ApiRoutes, form, type PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { WebAddress } from '#modules/copies'
import { type Origin, publicationPath } from '#modules/publications'
import { setVideo } from './filming.ts'

const publishes = permission('publications.publish')

/** What is sent of where a meeting is seen or heard. */
const Filming = z.object({
  address: z
    .union([z.literal(''), WebAddress])
    .describe('An https address to which citizens are sent; empty: none.'),
})

/** Adds, below `/meetings/:id/publication`, by what it is said where meetings of an origin are seen or heard. */
export function offerVideo(
  { load }: Pick<Origin, 'load'>,
  { pages, api }: { pages: PageRoutes; api: ApiRoutes },
): void {
  pages.post('/meetings/:id/publication/video', publishes, form(Filming), async (c, said) => {
    const meeting = await load(c)
    await setVideo(meeting, said.address)
    return redirect(c, publicationPath(meeting), { key: 'publications.video.saved' })
  })

  api.on(
    'post',
    '/meetings/:id/publication/video',
    publishes,
    {
      summary: 'Say where a meeting is seen or heard',
      body: Filming,
      answer: z.object({ video: z.string().describe('As everybody reads it; empty: nowhere.') }),
    },
    async (c, { address }) => {
      await setVideo(await load(c), address)
      return { video: address }
    },
  )
}
