import type { Module } from '#kernel/module'
import './locales/index.ts'

export { indicatorRoutes, NewMeasure } from './editing.ts'
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
  trendOf,
  valueOf,
} from './indicator.ts'

/** What is measured of a dossier, as series in time with their targets. */
export const indicators: Module = {
  name: 'indicators',
  floor: 'commons',
  nature: 'always',
  needs: ['clock', 'dossiers'],
}
