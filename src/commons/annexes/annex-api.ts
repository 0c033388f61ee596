import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { type ApiRoutes, indefinite, uploads } from '#kernel/http'
import { type Dossier, type Kind, load } from '#commons/dossiers'
import { addAnnexes, annexesOf, removeAnnex } from './annex.ts'

const Annex = z.object({
  id: z.uuid().describe('What a field that names a file takes; its bytes are at /api/annexes/<id>'),
  title: z.string(),
  file_name: z.string(),
  content_type: z.string(),
  size: z.int().describe('In bytes'),
  hash: z.string().describe('SHA-256'),
})

interface AnnexApi<Own extends object> {
  reads: Permission
  edits: Permission
  mayEdit: (dossier: Dossier<Own>) => boolean
  /** « permit », in the summaries. */
  what: string
}

/** Adds to the API of a trade what `annexRoutes` adds to its pages: files are listed, added and withdrawn. */
export function annexApi<Own extends object>(
  api: ApiRoutes,
  at: string,
  kind: Kind<Own>,
  { reads, edits, mayEdit, what }: AnnexApi<Own>,
): void {
  const Annexes = z.object({ items: z.array(Annex) })
  api.on(
    'get',
    `${at}/:id/annexes`,
    reads,
    { summary: `The annexes of ${indefinite(what)}`, answer: Annexes },
    async (c) => ({ items: await annexesOf((await load(c, kind)).id) }),
  )
  api.on(
    'post',
    `${at}/:id/annexes`,
    edits,
    {
      summary: `Add annexes to ${indefinite(what)}; the answer tells the ids of those that were added`,
      body: z.object({ files: uploads(100, { empty: true }) }),
      answer: Annexes,
      status: 201,
    },
    async (c, { files }) => {
      const dossier = await load(c, kind)
      ensure(mayEdit(dossier), Forbidden, 'annexes.not_editable')
      if (files.length === 0) throw Invalid.field('files', 'annexes.none_chosen')
      const empty = files.filter(({ size }) => size === 0).map(({ name }) => name)
      if (empty.length > 0)
        throw Invalid.field('files', 'annexes.empty', { names: empty.join(', ') })
      const added = files.map((file) => ({ dossier, name: file.name, bytes: file }))
      return { items: await addAnnexes(added) }
    },
  )
  api.on(
    'delete',
    `${at}/:id/annexes/:annex`,
    edits,
    { summary: `Withdraw an annex of ${indefinite(what)}` },
    async (c) => {
      const dossier = await load(c, kind)
      ensure(mayEdit(dossier), Forbidden, 'annexes.not_editable')
      await removeAnnex(dossier, c.req.param('annex') ?? '')
    },
  )
}
