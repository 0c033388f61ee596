import { db } from '#kernel/db'
import { fill, type Module } from '#kernel/module'
import { goesWith } from '#commons/holdings'
import './locales/index.ts'

export { indicatorRoutes, NewIndicator, NewMeasure } from './editing.ts'
export { IndicatorCard } from './indicator-card.tsx'
export { IndicatorTable } from './indicator-table.tsx'
export {
  indicatorVerbs,
  type Indicator,
  addIndicator,
  indicatorsOf,
  lastTarget,
  noteMeasure,
  reachedOf,
  removeIndicator,
  trendOf,
  valueOf,
} from './indicator.ts'

/** What is measured of a dossier, as series in time with their targets. */
export const indicators: Module = {
  name: 'indicators',
  floor: 'commons',
  nature: 'always',
  needs: ['clock', 'dossiers', 'holdings'],
  fills: [
    fill(goesWith, (ids) =>
      db()
        .deleteFrom('commons.indicator')
        .where('dossier_id', 'in', [...ids])
        .execute(),
    ),
  ],
}
