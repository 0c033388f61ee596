import { retentions } from '#commons/holdings'
import { signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import './locales/index.ts'
import { pages } from './routes.ts'

export { AnnexCard } from './annex-card.tsx'
export { addAnnex, addAnnexes, annexCount, annexesOf, annexVerbs } from './annex.ts'
export { annexRoutes } from './editing.ts'

/** The files of a dossier. */
export const annexes: Module = {
  name: 'annexes',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers', 'holdings'],
  permissions: { download: signedIn },
  pages,
  fills: [
    fill(retentions, {
      of: { words: 'annexes.title' },
      keep: 'with_dossier',
      because: 'annexes.held_because',
      verified: true,
      personal: ['annexes.held_personal'],
    }),
  ],
}
