import type { z } from 'zod'
import { type Dossier, forAll, type Kind } from '#commons/dossiers'
import type { Field } from './field.ts'
import { type Fields, type Held, only, type OwnColumns } from './fields.ts'

/** A value of a column as JSON holds it in a copy: days and hours as text. */
type Copied<V> = V extends Temporal.PlainDate | Temporal.PlainTime ? string : V

/** Fields that may leave the house, in a copy that a publisher makes: the rest cannot. */
interface Whitelist<Own extends object, Content> {
  /** The schemas of the fields, for the strict object that a publisher declares as its content. */
  readonly shape: { readonly [N in keyof Content]-?: z.ZodType<Content[N]> }
  /** What these fields say of a dossier; nothing of what its kind withholds from anybody who sees it. */
  readonly copy: (dossier: Dossier<Own>) => Promise<Content>
}

interface Said<K> {
  /** Those of the names that say something of a person, and are published all the same. */
  readonly personal?: readonly K[]
}

/**
 * Names the fields of a kind of dossiers that are published (commons/publication): words of the house for
 * what a copy could not look up later, such as services and terms, and rich text without its masked words.
 * Throws where a field is personal and `personal` does not say so, where one never leaves, and where the kind
 * withholds columns, unless `partly` says that a copy may lack some.
 */
export function whitelist<F extends Fields, Own extends OwnColumns<F>, K extends keyof F & string>(
  kind: Kind<Own>,
  fields: F,
  names: readonly K[],
  said: Said<K> & { readonly partly: true },
): Whitelist<Own, { [N in K]?: Copied<Held<F>[N]> | undefined }>
export function whitelist<F extends Fields, Own extends OwnColumns<F>, K extends keyof F & string>(
  kind: Kind<Own>,
  fields: F,
  names: readonly K[],
  said?: Said<K>,
): Whitelist<Own, { [N in K]: Copied<Held<F>[N]> }>
export function whitelist<Own extends object>(
  kind: Kind<Own>,
  fields: Fields,
  names: readonly string[],
  { personal = [], partly = false }: Said<string> & { readonly partly?: boolean } = {},
): Whitelist<Own, Record<string, unknown>> {
  if (kind.withheld && !partly)
    throw new Error(`${kind.name} withholds columns: say that it is published partly`)
  const named = Object.entries<Field<unknown>>(only(fields, names))
  for (const [name, field] of named) ensureLeaves(`${kind.name}.${name}`, field, personal, name)
  return {
    shape: Object.fromEntries(
      named.map(([name, { leaves, answer }]) => {
        const schema = leaves?.schema ?? answer
        return [name, partly ? schema.optional() : schema]
      }),
    ),
    copy: async (dossier) => {
      // A copy is made as the house itself, who may read all: what is withheld is asked as nobody.
      const [open] = await forAll(kind, [dossier])
      const told = named.map(async ([name, { leaves, answer }]) => {
        if (!open || !(name in open)) return []
        const value: unknown = Reflect.get(open, name)
        const tell = await leaves?.told([value])
        return [[name, tell ? tell(value) : answer.parse(value)] as const]
      })
      return Object.fromEntries((await Promise.all(told)).flat())
    },
  }
}

function ensureLeaves(
  called: string,
  field: Field<unknown>,
  personal: readonly string[],
  name: string,
): void {
  if (field.leaves === null) throw new Error(`${called} leads into the house: it is not published`)
  if (field.personal && !personal.includes(name))
    throw new Error(`${called} is personal: say so where it is published`)
}
