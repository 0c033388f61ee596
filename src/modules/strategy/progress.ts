import { doneStates, droppedStates } from './workflow.ts'

/** An element as the computation of progress sees it. */
export interface Progressing {
  readonly state: string
  /** By hand, in per cent; null: computed. */
  readonly progress: number | null
  readonly effort: number
  readonly children: readonly Progressing[]
}

/**
 * How far an element is, in whole per cent: by hand where somebody said so, 100 once it is done, else
 * the mean of what is below it, each by its effort; a task under way is half done. What was given up
 * weighs nothing.
 */
export function progressOf(node: Progressing): number {
  if (node.progress !== null) return node.progress
  return Math.round(exactProgress(node))
}

function exactProgress({ state, progress, children }: Progressing): number {
  if (progress !== null) return progress
  if (doneStates.includes(state)) return 100
  const counted = children.filter(
    (child) => !droppedStates.includes(child.state) && child.effort > 0,
  )
  const effort = counted.reduce((sum, child) => sum + child.effort, 0)
  if (effort === 0) return state === 'in_progress' ? 50 : 0
  const sum = counted.reduce((total, child) => total + child.effort * exactProgress(child), 0)
  return sum / effort
}
