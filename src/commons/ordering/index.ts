import type { Module } from '#kernel/module'

export {
  type AgendaEntry,
  insert,
  isLawful,
  keepsDecided,
  moveLawfully,
  problemsOf,
  reachOf,
} from './ordering.ts'
export { type MoveRefusal, type Place, placed, without } from './places.ts'

/** The order of an agenda: where a point lands by the methods of its organ, and how far it may move. It knows no database. */
export const orderingModule: Module = {
  name: 'ordering',
  floor: 'commons',
  nature: 'always',
  needs: ['organs'],
}
