import { signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { namesPersons } from '#commons/directory'
import { besideDossiers } from '#commons/workflow'
import { presentingGuards, sittingPieces, wordsBeside } from '#modules/deliberations'
import { Preparation } from './card.tsx'
import { incompleteOf } from './cycle.ts'
import { ExplanationCard, ExplanationsLink } from './explanation-card.tsx'
import './explanation-pages.tsx'
import { followExplanations, foundInExplanation } from './explanation.ts'
import './locales/index.ts'
import { api, pages } from './routes.ts'
import './tables.ts'

export { explainedAmong, explanationsOn, isExplained } from './explanation.ts'
export { beingPrepared, releaseAll } from './in-hand.ts'

/** Who has a point in hand while it is prepared, whether it is urgent and whether it is complete. */
export const preparation: Module = {
  name: 'preparation',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['deliberations', 'directory', 'dossiers', 'organs', 'records', 'workflow'],
  permissions: { read: signedIn, act: signedIn },
  reactions: { 'deliberations.item.create': followExplanations },
  pages,
  api,
  fills: [
    fill(besideDossiers, Preparation),
    fill(presentingGuards, incompleteOf),
    fill(wordsBeside, foundInExplanation),
    fill(sittingPieces, {
      ...{ step: () => null, tells: () => undefined },
      ...{ card: ExplanationCard, belowAgenda: ExplanationsLink },
    }),
    fill(namesPersons, {
      ...{ table: 'preparation.taking', column: 'person_id', moves: true },
      label: 'preparation.names',
    }),
  ],
}
