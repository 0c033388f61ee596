import { NotFound } from '#kernel/errors'
import { openAnswer, PublicRoutes } from '#kernel/http'
import { publicFile } from '#commons/publication'
import { filesBase } from '#modules/copies'

export const openFiles = new PublicRoutes(filesBase)

/** A file that a public copy names; gone with the last of these. */
openFiles.get('/:hash{[0-9a-f]{64}}/:name', async (c) => {
  const file = await publicFile(c.req.param('hash') ?? '')
  if (!file) throw new NotFound()
  return openAnswer(file, { range: c.req.header('range'), ifRange: c.req.header('if-range') })
})
