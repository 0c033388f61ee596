import { fileName } from '#kernel/characters'
import { NotFound } from '#kernel/errors'
import { openAnswer, PublicRoutes } from '#kernel/http'
import { publicFile } from '#commons/publication'

const base = '/decisions/files'

export const openFiles = new PublicRoutes(base)

/** Where everybody fetches a file that left. */
export const openPath = ({ hash, name }: { hash: string; name: string }): string =>
  `${base}/${hash}/${encodeURIComponent(fileName(name) || hash)}`

/** A file that a public copy names; gone with the last of these. */
openFiles.get('/:hash{[0-9a-f]{64}}/:name', async (c) => {
  const file = await publicFile(c.req.param('hash') ?? '')
  if (!file) throw new NotFound()
  return openAnswer(file, { range: c.req.header('range'), ifRange: c.req.header('if-range') })
})
