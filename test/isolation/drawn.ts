import fc from 'fast-check'
import { z } from 'zod'
import type { Route } from '#kernel/http'

/** Draws a value, as fast-check does within a property. */
export type Draw = fc.GeneratorValue

/** One of so many numbers, all alike: fast-check prefers the first and the last. */
export const outOf = (draw: Draw, count: number): number => draw(evenly, Math.max(count - 1, 0))

const evenly = (max: number) => fc.noBias(fc.nat({ max }))

/** What fields are filled with: known words and ids of the moment. */
export interface Fill {
  /** A text nobody has written yet. */
  word(): string
  /** The id of something, of any authority. */
  id(): string
  /** What a field of this name often holds: verbs of workflows, names of roles; nothing where it is any text. */
  told(name: string): readonly string[]
}

interface Shape {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  maxItems?: number
  minItems?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  $ref?: string
  $defs?: Record<string, Shape>
}

const shapes = new WeakMap<z.ZodType, Shape>()

/** The shape of what a route takes. */
function shapeOf(input: z.ZodType): Shape {
  const known = shapes.get(input)
  if (known) return known
  // JSON Schema, of which the names above are those that we read.
  const made = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
  shapes.set(input, made)
  return made
}

/** What a route may be sent: often what it takes, sometimes not. */
export function drawInput(
  { input }: Pick<Route, 'input'>,
  draw: Draw,
  fill: Fill,
): Record<string, unknown> {
  if (!input) return {}
  const shape = shapeOf(input)
  const value = new Drawing(draw, fill, shape.$defs ?? {}).of(shape, '', 0)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

const deepest = 6

/** Whether a field of this name holds an id of the house; by which another house knows somebody is any text, shown as it was typed. */
const isOurs = (name: string) => /(^|_)(id|ids|of|picked)$/.test(name) && name !== 'external_id'

class Drawing {
  private readonly draw: Draw
  private readonly fill: Fill
  private readonly defs: Record<string, Shape>

  constructor(draw: Draw, fill: Fill, defs: Record<string, Shape>) {
    this.draw = draw
    this.fill = fill
    this.defs = defs
  }

  of(shape: Shape, name: string, depth: number): unknown {
    if (depth > deepest) return null
    if (shape.$ref !== undefined)
      return this.of(this.defs[shape.$ref.replace('#/$defs/', '')] ?? {}, name, depth + 1)
    const choices = shape.anyOf ?? shape.oneOf
    if (choices && choices.length > 0) return this.of(this.one(choices), name, depth + 1)
    if (shape.allOf)
      return Object.assign({}, ...shape.allOf.map((one) => this.of(one, name, depth + 1)))
    if (shape.const !== undefined) return shape.const
    if (shape.enum && shape.enum.length > 0) return this.one(shape.enum)
    switch (shape.type) {
      case 'object':
        return this.object(shape, depth)
      case 'array':
        return this.array(shape, name, depth)
      case 'boolean':
        return this.outOf(2) === 1
      case 'integer':
      case 'number':
        return this.number(shape, name)
      case 'null':
        return null
      case 'string':
        return this.text(shape, name)
      default:
        return this.fill.word()
    }
  }

  private object({ properties = {}, required = [] }: Shape, depth: number): object {
    const needed = new Set(required)
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => needed.has(name) || this.outOf(10) < 6)
        .map(([name, one]) => [name, this.of(one, name, depth + 1)]),
    )
  }

  private array({ items = {}, maxItems = 3, minItems = 0 }: Shape, name: string, depth: number) {
    const most = Math.max(minItems, Math.min(3, maxItems))
    const length = Math.max(minItems, this.outOf(most + 1))
    // Files are what JSON knows no shape of.
    const isFiles = Object.keys(items).length === 0
    return Array.from({ length }, () =>
      isFiles ? this.file() : this.of(items, name.replace(/s$/, '_id'), depth + 1),
    )
  }

  private number({ minimum = 0, maximum = 3000 }: Shape, name: string): number {
    if (name === 'version') return 1 + this.outOf(3)
    if (/year|exercise/.test(name)) return 2025 + this.outOf(5)
    return Math.max(minimum, Math.min(maximum, this.outOf(12)))
  }

  private text({ format, maxLength = 60 }: Shape, name: string): string {
    if (format === 'uuid' || isOurs(name)) return this.fill.id()
    if (format === 'date' || /(^|_)(day|on|from|to|date|begin|end)$/.test(name)) return this.day()
    if (/(^|_)at$/.test(name)) return `${this.day()}T1${this.outOf(9)}:00`
    if (name === 'version') return String(1 + this.outOf(3))
    const told = this.fill.told(name)
    if (told.length > 0 && this.outOf(10) < 9) return this.one(told)
    return maxLength < 12 ? String(this.outOf(99)) : this.fill.word()
  }

  private day(): string {
    const day = Temporal.Now.plainDateISO().add({ days: this.outOf(400) - 100 })
    return day.toString()
  }

  private file(): File {
    const word = this.fill.word()
    return new File([`Intitulé;Remarque\n${word};${word}`], `${word}.csv`, { type: 'text/csv' })
  }

  private one<T>(values: readonly T[]): T {
    const [first] = values
    if (first === undefined) throw new Error('There is nothing to choose from')
    return values[this.outOf(values.length)] ?? first
  }

  private outOf(count: number): number {
    return outOf(this.draw, count)
  }
}
