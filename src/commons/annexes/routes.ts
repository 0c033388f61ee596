import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, NotFound, Unavailable } from '#kernel/errors'
import { readStoredFile } from '#kernel/files'
import { ApiRoutes, type Call, fileAnswer, isId, PageRoutes } from '#kernel/http'
import { seen } from '#commons/dossiers'
import { isShownInPlace } from './content-type.ts'
import { heldBack } from './scan.ts'

export const pages = new PageRoutes('/annexes')

pages.get('/:id', permission('annexes.download'), download)

export const api = new ApiRoutes('/annexes')
api.on(
  'get',
  '/:id',
  permission('annexes.download'),
  { summary: 'The bytes of an annex of a dossier that I may see', file: true },
  download,
)

function download(c: Call): Promise<Response> {
  return annexAnswer(c.req.param('id') ?? '', c.req.path)
}

/** The bytes of an annex of a dossier that the one who acts may see. Throws `NotFound`, `Conflict`, `Unavailable`. */
export async function annexAnswer(id: string, path: string): Promise<Response> {
  if (!isId(id)) throw new NotFound()
  const annex = await db()
    .selectFrom('commons.annex as a')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.dossier_id'),
    )
    .select(['a.file_name', 'a.content_type', 'a.hash', 'a.scan'])
    .where('a.id', '=', id)
    .where('a.removed_at', 'is', null)
    .where(seen())
    .executeTakeFirst()
  if (!annex) throw new NotFound()
  const held = heldBack(annex.scan)
  if (held === 'infected') throw new Conflict('annexes.quarantined')
  if (held === 'waiting') throw new Unavailable('annexes.not_examined')
  await audit('download', path)
  const inPlace = isShownInPlace(annex.content_type)
  return fileAnswer(await readStoredFile(annex.hash), {
    name: annex.file_name,
    type: annex.content_type,
    inPlace,
  })
}
