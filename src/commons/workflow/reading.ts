import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Dossier, Kind } from '#commons/dossiers'
import { type Doer, isOneOf, isOneOfIn, mightBeOneOf } from './definition.ts'

/** Who reads a column of those who see the dossier, where not all do: of a field, by the name of its column. */
type Read = Readonly<Record<string, { readonly readBy?: readonly Doer[] } | undefined>>

/** Columns of the root, which whoever sees a dossier reads in lists over many kinds. */
const ofRoot = ['title', 'service_id', 'due_on', 'reference']

const guarded = (fields: Read) =>
  Object.entries(fields).flatMap(([name, field]): [string, readonly Doer[]][] =>
    field?.readBy ? [[name, field.readBy]] : [],
  )

/** What a kind of dossiers withholds from those who may not read it, as its fields say by `readBy`. */
export function withholding(fields: Read) {
  const doers = new Map(guarded(fields))
  const open = ofRoot.find((name) => doers.has(name))
  if (open)
    throw new Error(
      `The field « ${open} » stands in the root: who sees the dossier reads it, and readBy cannot hold.`,
    )
  if (doers.size === 0) return {}
  return {
    withheld: async () => (dossier: Dossier) =>
      [...doers].flatMap(([name, by]) => (isOneOf(by, dossier) ? [] : [name])),
    withheldIn: (column: string): RawBuilder<SqlBool> | null => {
      const by = doers.get(column)
      return by ? sql`not ${isOneOfIn(by)}` : null
    },
  }
}

/** Throws where fields say who reads them and their kind withholds nothing: it would tell them to all. */
export function ensureWithheld(
  { name, withheld }: Pick<Kind<never>, 'name' | 'withheld'>,
  fields: Read,
): void {
  const [first] = guarded(fields)
  if (first && !withheld)
    throw new Error(
      `The field « ${first[0]} » of ${name} says who reads it: give its kind ...withholding(fields), or make it by plainKind.`,
    )
}

/** Whether the one who acts may answer a field: of a new dossier, as far as can be said. */
export const isTheirs = (
  { readBy }: { readonly readBy?: readonly Doer[] },
  name: string,
  before?: object,
): boolean => !readBy || (before ? name in before : mightBeOneOf(readBy))
