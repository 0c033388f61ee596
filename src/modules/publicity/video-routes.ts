import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, form, PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { WebAddress } from '#modules/copies'
import { publicationPath } from '#modules/publications'
import { setVideo } from './filming.ts'

const publishes = permission('publications.publish')

/** What is sent of where a meeting is seen or heard. */
const Filming = z.object({
  address: z
    .union([z.literal(''), WebAddress])
    .describe('An https address to which citizens are sent; empty: none.'),
})

export const videoPages = new PageRoutes('/deliberations')
export const videoApi = new ApiRoutes('/deliberations')

videoPages.post('/meetings/:id/publication/video', publishes, form(Filming), async (c, said) => {
  const meeting = await load(c, meetings)
  await setVideo(meeting, said.address)
  return redirect(c, publicationPath(meeting), { key: 'publications.video.saved' })
})

videoApi.on(
  'post',
  '/meetings/:id/publication/video',
  publishes,
  {
    summary: 'Say where a meeting is seen or heard',
    body: Filming,
    answer: z.object({ video: z.string().describe('As everybody reads it; empty: nowhere.') }),
  },
  async (c, { address }) => {
    await setVideo(await load(c, meetings), address)
    return { video: address }
  },
)
