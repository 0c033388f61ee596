import { adviceObstacles, advised, paragraphsOf } from '#commons/advices'
import { fictionalPeople, roles } from '#commons/directory'
import { fill, type Module } from '#kernel/module'
import { actSentences, items, presentingGuards, sittingGuards } from '#modules/deliberations'
import './locales/index.ts'
import { advisedPoints } from './points.ts'
import { provision } from './provision.ts'
import { fictionalDirector, financialDirector } from './role.ts'

const nothing = async () => null

/** Advices on points (avis sur les points): the opinion of the financial director, and what a point waits for. */
export const opinions: Module = {
  name: 'opinions',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['advices', 'clock', 'deliberations', 'directory', 'law', 'organs'],
  provision,
  fills: [
    fill(roles, financialDirector),
    fill(fictionalPeople, fictionalDirector),
    fill(advised, advisedPoints),
    fill(presentingGuards, (some) => adviceObstacles(items.name, some)),
    // Asked again of the decision itself: what was presented may have been rewritten since.
    fill(sittingGuards, {
      decides: async (some, what) =>
        what === 'decides' ? adviceObstacles(items.name, some) : new Map(),
      closes: nothing,
      lifts: nothing,
    }),
    fill(actSentences, paragraphsOf),
  ],
}
