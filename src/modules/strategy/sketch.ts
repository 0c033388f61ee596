import type { Health } from './element.ts'
import type { Level } from './level.ts'

/** An invented element, with all that is below it. */
export interface Sketch {
  title: string
  level?: Level
  internal?: true
  description?: string
  body?: 'commune' | 'cpas'
  begin?: string
  due?: string
  manager?: string
  mandatary?: string
  administrator?: string
  bearer?: string
  categories?: readonly string[]
  plans?: readonly string[]
  sdgs?: readonly number[]
  progress?: number
  health?: Health
  healthReason?: string
  fte?: number
  /** The steps that it has made. */
  path?: readonly string[]
  budget?: readonly (readonly [source: string, year: number, euros: number])[]
  indicators?: readonly {
    label: string
    unit: string
    direction: 'up' | 'down'
    baseline: number
    target: number
    figures: readonly number[]
  }[]
  /** Where it stands too, and its share there. */
  mirrored?: { under: string; percent: number }
  below?: readonly Sketch[]
}
