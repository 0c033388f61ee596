import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { form, type PageRoutes, uploads } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { type Dossier, type Kind, load } from '#commons/dossiers'
import { addAnnexes, removeAnnex } from './annex.ts'

/**
 * Adds to the pages of a trade the two routes that `AnnexCard` posts to, below the page of its
 * dossiers (`/items/:id`). Both lead back to the dossier.
 */
export function annexRoutes<Own extends object>(
  pages: PageRoutes,
  path: string,
  kind: Kind<Own>,
  permission: Permission,
  mayEdit: (dossier: Dossier<Own>) => boolean,
): void {
  pages.post(
    `${path}/annexes`,
    permission,
    form(z.object({ files: uploads() })),
    async (c, { files }) => {
      const dossier = await load(c, kind)
      ensure(mayEdit(dossier), Forbidden, 'annexes.not_editable')
      const sent = files.map(async (file) => {
        return { dossier, name: file.name, bytes: await file.bytes() }
      })
      await addAnnexes(await Promise.all(sent))
      return redirect(c, kind.path(dossier.id), {
        key: 'annexes.added',
        params: { count: sent.length },
        tone: sent.length > 0 ? 'good' : 'warn',
      })
    },
  )
  pages.post(`${path}/annexes/:annex/removal`, permission, async (c) => {
    const dossier = await load(c, kind)
    ensure(mayEdit(dossier), Forbidden, 'annexes.not_editable')
    await removeAnnex(dossier, c.req.param('annex') ?? '')
    return redirect(c, kind.path(dossier.id), { key: 'annexes.removed' })
  })
}
