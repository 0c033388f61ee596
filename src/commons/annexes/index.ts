import { db } from '#kernel/db'
import { goesWith, retentions } from '#commons/holdings'
import { signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import './locales/index.ts'
import { partPath } from '#kernel/search'
import { api, pages } from './routes.ts'
import { examineAll } from './scan.ts'
import { readWords } from './words.ts'

export { AnnexCard } from './annex-card.tsx'
export {
  addAnnex,
  addAnnexes,
  type Annex,
  annexCount,
  annexesOf,
  annexesOfMany,
  annexVerbs,
  copyAnnexes,
  removeAnnex,
} from './annex.ts'
export { annexAnswer } from './routes.ts'
import { keptWithdrawn } from './annex.ts'
export { annexHeldBack, heldBack, type Infected, whenInfected } from './scan.ts'
export { annexApi } from './annex-api.ts'
export { annexRoutes } from './editing.ts'

/** The files of a dossier. */
export const annexes: Module = {
  name: 'annexes',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers', 'holdings'],
  permissions: { download: signedIn },
  pages,
  api,
  tasks: [readWords],
  timers: [examineAll],
  fills: [
    fill(goesWith, (ids) =>
      db()
        .deleteFrom('commons.annex')
        .where('dossier_id', 'in', [...ids])
        .execute(),
    ),
    fill(partPath, (id) => `/annexes/${id}`),
    fill(
      retentions,
      {
        of: { words: 'annexes.title' },
        keep: 'with_dossier',
        because: 'annexes.held_because',
        verified: true,
        personal: ['annexes.held_personal'],
      },
      {
        of: { words: 'annexes.withdrawn' },
        keep: { period: keptWithdrawn, after: 'annexes.withdrawn_after' },
        because: 'annexes.withdrawn_because',
        verified: true,
        personal: ['annexes.held_personal'],
      },
    ),
  ],
}
