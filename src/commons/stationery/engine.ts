import { Drop, Liquid } from 'liquidjs'
import type { Merged } from '#commons/documents'
import { escape as escaped } from '#kernel/richtext'

/** What is compared as a figure or a day and printed in words. */
class Told extends Drop {
  readonly raw: string | number | boolean
  readonly words: string
  constructor({ raw, words }: { raw: string | number | boolean; words: string }) {
    super()
    this.raw = raw
    this.words = words
  }
  override valueOf() {
    return this.raw
  }
}

/** Formatted text, which stands as it is. */
class Formatted {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

/** What the engine is given for what a trade tells. */
export function given(value: Merged | undefined): unknown {
  if (value === null || value === undefined || typeof value === 'string') return value || null
  if (Array.isArray(value)) return value.map(given)
  if ('html' in value && typeof value.html === 'string')
    return value.html === '' ? null : new Formatted(value.html)
  if ('raw' in value) return new Told(value as ConstructorParameters<typeof Told>[0])
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, given(one as Merged)]),
  )
}

/** Any value as HTML: words escaped, formatted text as it is. */
function printed(value: unknown): string {
  if (value instanceof Told) return escaped(value.words)
  if (value instanceof Formatted) return value.html
  if (value === null || value === undefined || typeof value === 'object') return ''
  return escaped(String(value))
}

/** A template is read within these bounds: signs, milliseconds, and what its loops may hold at once. */
const bounds = { parseLimit: 1_000_000, renderLimit: 1000, memoryLimit: 5_000_000 }
/** And a condition, which is asked where pages are made. */
export const ofCondition: typeof bounds = { parseLimit: 1000, renderLimit: 50, memoryLimit: 10_000 }

/**
 * The engine for the templates of an authority (Liquid): `parts` are those that others take in by `{% include 'name' %}`. No
 * file, no object and no function of ours is within its reach, only what is given to it.
 */
export function engineOf(parts: Readonly<Record<string, string>>, within = bounds): Liquid {
  const engine = new Liquid({
    ...within,
    templates: { ...parts },
    outputEscape: printed,
    ownPropertyOnly: true,
    strictFilters: true,
    // A word, a text or a list that is missing is false.
    jsTruthy: true,
    relativeReference: false,
  })
  for (const name of ['render', 'layout', 'block', 'tablerow']) delete engine.tags[name]
  engine.registerFilter('blocks', {
    raw: true,
    handler: (value: unknown) =>
      value instanceof Formatted ? value.html : `<p>${printed(value)}</p>`,
  })
  return engine
}
