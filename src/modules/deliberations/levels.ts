import { slot } from '#kernel/module'
import type { Item } from './item.ts'

/** Where a point stands among the levels of validation of its organ (niveaux de validation). */
export interface LevelColumns {
  /** The level at which it waits; empty: at none. */
  level_id: string
  /** How that level is called. */
  level: string
  /** Its place among the levels, from 1: of a validated point, that of the last that it passed. */
  level_no: number
  /** Who validates it at this level, and may rewrite it there; of a point that no level asks, who wrote it. */
  validators: string[]
  /** Who sends it on to the next level; nobody at the last one. */
  endorsers: string[]
  /** Who validates it for good from here. */
  finals: string[]
  /** Who had it before them: they see it from then on. */
  level_readers: string[]
}

/** A point that waits at no level. */
export const atNoLevel: LevelColumns = {
  ...{ level_id: '', level: '', level_no: 0 },
  ...{ validators: [], endorsers: [], finals: [], level_readers: [] },
}

/** What of a point says by whom it is validated. */
export type Levelled = Pick<Item, 'organ_id' | 'service_id' | 'in_charge' | 'created_by'>

/** To which level a step leads: the first, the one after, the one before, past all of them, or none. */
export type Leading = 'first' | 'next' | 'before' | 'passed' | 'none'

/** Told by who keeps the levels of the organs. */
export interface Levelling {
  /** What a step writes of the level of points, by their ids. */
  leads(some: readonly Item[], to: Leading): Promise<ReadonlyMap<string, LevelColumns>>
  /** Where new points begin, in their order: a draft is validated at once where its organ has no level. */
  begins<S extends string>(
    some: readonly Levelled[],
    state: S,
  ): Promise<{ state: S | 'validated'; columns: LevelColumns }[]>
}

export const levelling = slot<Levelling>('deliberations-levelling')

/** What a step that leads to a level writes. */
export const leading = (to: Leading) => ({
  many: async (some: readonly Item[]): Promise<ReadonlyMap<string, LevelColumns>> =>
    (await levelling.all()[0]?.leads(some, to)) ?? new Map(),
})

/** Where new points begin that would begin in a state, in their order. */
export async function beginnings<S extends string>(
  some: readonly Levelled[],
  state: S,
): Promise<{ state: S | 'validated'; columns: LevelColumns }[]> {
  const [told] = levelling.all()
  return told ? told.begins(some, state) : some.map(() => ({ state, columns: atNoLevel }))
}
