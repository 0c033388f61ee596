import { NotFound } from '#kernel/errors'
import { PublicRoutes } from '#kernel/http'
import { openData } from './open-data.ts'
import { publicPicture } from './pictures.ts'
import { copyOf } from './published.ts'
import { publishers } from './publisher.ts'

export const open = new PublicRoutes('/publications')

/** A picture in a copy: as immutable as the copy, and gone with it. */
open.get('/pictures/:hash{[0-9a-f]{64}}', async (c) => {
  const shown = await publicPicture(c.req.param('hash') ?? '')
  if (!shown) throw new NotFound()
  return shown
})

/** Every copy of the house for programs, whatever its trade. */
open.get('/:publisher/:slug/:file{[0-9]+[.]json}', async (c) => {
  const { publisher = '', slug = '', file = '' } = c.req.param()
  const by = publishers.all().find(({ name }) => name === publisher)
  if (!by) throw new NotFound()
  return openData(await copyOf(by, slug, Number.parseInt(file, 10)))
})
