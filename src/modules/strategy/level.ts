/** The levels of a plan, from the top: volet, objectif stratégique, objectif opérationnel, action… */
export const levels = ['volet', 'strategic', 'operational', 'action', 'sub_action', 'task'] as const
export type Level = (typeof levels)[number]

export type ElementKindName = 'strategy.objective' | 'strategy.action' | 'strategy.task'

interface LevelRule {
  kind: ElementKindName
  /** « OS » in « OS.1 »; empty where elements bear no number. */
  prefix: '' | 'OS' | 'OO' | 'A' | 'SA'
  /** Below what it stands. */
  under: readonly Level[]
}

export const levelRules: Readonly<Record<Level, LevelRule>> = {
  volet: { kind: 'strategy.objective', prefix: '', under: [] },
  strategic: { kind: 'strategy.objective', prefix: 'OS', under: ['volet'] },
  operational: { kind: 'strategy.objective', prefix: 'OO', under: ['strategic'] },
  action: { kind: 'strategy.action', prefix: 'A', under: ['operational'] },
  sub_action: { kind: 'strategy.action', prefix: 'SA', under: ['action'] },
  task: { kind: 'strategy.task', prefix: '', under: ['action', 'sub_action', 'task'] },
}

/** The levels that stand below one. */
export const levelsBelow = (level: Level): Level[] =>
  levels.filter((below) => levelRules[below].under.includes(level))

/** « OS.1 »; empty for what bears no number. */
export const referenceOf = ({ level, number }: { level: Level; number: number | null }): string =>
  number === null ? '' : `${levelRules[level].prefix}.${number}`
