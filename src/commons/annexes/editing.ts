import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
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
    form(z.object({ files: uploads(100, { empty: true }) })),
    async (c, { files }) => {
      const dossier = await load(c, kind)
      ensure(mayEdit(dossier), Forbidden, 'annexes.not_editable')
      if (files.length === 0) throw Invalid.field('files', 'annexes.none_chosen')
      const whole = files.filter(({ size }) => size > 0)
      const empty = files.flatMap(({ name, size }) => (size > 0 ? [] : name)).join(', ')
      if (whole.length === 0) throw Invalid.field('files', 'annexes.empty', { names: empty })
      await addAnnexes(whole.map((file) => ({ dossier, name: file.name, bytes: file })))
      // One that cannot be taken does not lose the others.
      return redirect(c, kind.path(dossier.id), {
        key: empty ? 'annexes.added_some' : 'annexes.added',
        params: { count: whole.length, names: empty },
        tone: empty ? 'warn' : 'good',
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
