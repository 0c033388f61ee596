import { z } from 'zod'
import { badRequest } from './failure.ts'

/** Parameters of a query, each once or several times. */
export const Query = z.record(
  z.string().max(200),
  z.union([z.string().max(20_000), z.array(z.string().max(20_000)).max(10_000)]),
)
type Query = z.output<typeof Query>

/** What Zope has clients write behind the name of a parameter to say what it is. */
const converters = /:(list|tuple|int|boolean|string|utf8)$/

/** What a client asks besides, as it names that. */
export class Params {
  private readonly given: ReadonlyMap<string, readonly string[]>
  private readonly prefix: string

  constructor(given: Query | ReadonlyMap<string, readonly string[]>, prefix = '') {
    this.given =
      given instanceof Map
        ? given
        : new Map(
            Object.entries(given).map(([name, value]) => [
              name.replace(converters, ''),
              [value].flat(),
            ]),
          )
    this.prefix = prefix
  }

  /** Each value of a parameter. */
  many(name: string): readonly string[] {
    return this.given.get(this.prefix + name) ?? []
  }

  /** What is said once. Throws `Refused` where it is said several times: which is meant is asked, not guessed. */
  one(name: string): string | undefined {
    const [first, ...others] = this.many(name)
    if (others.length > 0) throw badRequest('restapi.said_twice', { name: this.prefix + name })
    return first
  }

  has(name: string): boolean {
    return this.given.has(this.prefix + name)
  }

  /** What stands there without a value is yes, as for Plone. */
  flag(name: string, otherwise = false): boolean {
    const said = this.one(name)
    return said === undefined ? otherwise : !['0', 'false', 'no'].includes(said.toLowerCase())
  }

  /** What is asked of something that is included: `extra_include_category_fullobjects`. */
  within(name: string): Params {
    return new Params(this.given, `${this.prefix}extra_include_${name}_`)
  }

  /** The same with other values of some. */
  but(others: Readonly<Record<string, string>>): Params {
    const given = new Map(this.given)
    for (const [name, value] of Object.entries(others)) given.set(name, [value])
    return new Params(given, this.prefix)
  }

  names(): string[] {
    return [...this.given.keys()]
  }
}
