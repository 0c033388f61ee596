import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { t } from '#kernel/i18n'
import type { Root } from '#commons/dossiers'
import type { Field } from './field.ts'

/** What is said of a kind of dossiers: each field under the name of its column. */
// oxlint-disable-next-line typescript/no-explicit-any -- each field names the types of its values
export type Fields = Readonly<Record<string, Field<any, any>>> & {
  readonly [K in Reserved]?: never
}

/** Columns of the root that no form may set: they follow from verbs. */
type Reserved = Exclude<keyof Root, 'title' | 'service_id' | 'due_on' | 'reference'>

/** What a form or the API gives. */
export type GivenOf<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Field<infer _, infer Given> ? Given : never
}
/** The same where something is left out, which then stays as it is. */
export type PartOf<F extends Fields> = { [K in keyof F]?: GivenOf<F>[K] | undefined }
/** What the columns hold. */
export type ValuesOf<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Field<infer Value, infer _> ? Value : never
}
/** The columns of the trade’s own table; title, service and the like stand in the root’s. */
export type ColumnsOf<F extends Fields> = Omit<ValuesOf<F>, keyof Root>

// What is made name by name from fields has their names.
const each = <F extends Fields, V>(fields: F, of: (field: Field<unknown>, name: string) => V) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, of(field, name)])) as {
    [K in keyof F]: V
  }

/** What is asked: the same for the form and the API. */
export const asked = <F extends Fields>(fields: F) =>
  z.object(
    each(fields, ({ schema, absent }) =>
      absent === undefined ? schema : schema.default(absent),
    ) as unknown as { [K in keyof F]: z.ZodType<GivenOf<F>[K], unknown> },
  )

/** The same where what is left out stays as it is. */
export const askedPartly = <F extends Fields>(fields: F) =>
  z.object(
    each(fields, ({ schema }) => schema.optional()) as unknown as {
      [K in keyof F]: z.ZodOptional<z.ZodType<GivenOf<F>[K], unknown>>
    },
  )

/** What the API answers of these fields, for a schema that may hold more. */
export const answered = <F extends Fields, K extends keyof F>(fields: F, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name]?.answer])) as {
    [N in K]: z.ZodType<unknown, ValuesOf<F>[N]>
  }

/** Some of these fields: those that a section shows, or that the one who acts fills in. */
export const only = <F extends Fields, K extends keyof F & string>(
  fields: F,
  names: readonly K[],
): Pick<F, K> =>
  Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : []))) as Pick<
    F,
    K
  > // Of these names.

/** The inputs of a form, with what it says already. */
export const inputsOf = (
  fields: Fields,
  values: object = {},
  required: readonly string[] = [],
): Promise<Child[]> =>
  Promise.all(
    Object.entries(fields).map(([name, { input }]) =>
      input(name, Reflect.get(values, name), required.includes(name)),
    ),
  )

/**
 * What the columns will hold of what was given. Throws `Invalid` or `Forbidden` where an answer that is
 * not so already is none of the authority's, or not for the one who acts. What is left out stays out.
 */
export async function taken<F extends Fields>(
  fields: F,
  given: GivenOf<F>,
  before?: object,
): Promise<ValuesOf<F>>
export async function taken<F extends Fields>(
  fields: F,
  given: PartOf<F>,
  before?: object,
): Promise<Partial<ValuesOf<F>>>
export async function taken(fields: Fields, given: object, before?: object): Promise<object> {
  const next: Record<string, unknown> = {}
  for (const [name, { check, kept }] of Object.entries(fields)) {
    const now: unknown = Reflect.get(given, name)
    if (now === undefined) continue
    const was: unknown = before && Reflect.get(before, name)
    if (!before || !same(now, was)) await check?.(now, name, was)
    next[name] = kept ? kept(now, name) : now
  }
  return next
}

/** The same, as far as it changes something: what `write` and history take. */
export async function changed<F extends Fields>(
  fields: F,
  given: PartOf<F>,
  before: ValuesOf<F>,
): Promise<Partial<ValuesOf<F>>> {
  const next = Object.entries(await taken(fields, given, before))
  return Object.fromEntries(next.filter(([name, value]) => !same(value, before[name]))) as Partial<
    ValuesOf<F>
  >
}

/** Days and lists are the same where they are written the same. */
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The words by which a dossier is found: `Kind.body`. */
export const wordsOf = <F extends Fields>(fields: F, dossier: ValuesOf<F>): string =>
  Object.entries(fields)
    .flatMap(([name, { words }]) => words?.(dossier[name]) ?? [])
    .join('\n')

/** What is said of a dossier in these fields, with their labels: for `Facts`. */
export const factsOf = <F extends Fields>(
  fields: F,
  dossier: ValuesOf<F>,
  names: readonly (keyof F & string)[] = Object.keys(fields),
): Promise<{ label: string; value: Child }[]> =>
  Promise.all(
    names.map(async (name) => {
      const show = await fields[name]?.shown()
      return { label: labelsOf(fields)[name], value: show?.(dossier[name]) || '—' }
    }),
  )

/** What the fields are called, by their names: heads of columns, history. */
export const labelsOf = <F extends Fields>(fields: F): { [K in keyof F]: string } =>
  each(fields, ({ label }) => t(label))
