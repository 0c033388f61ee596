import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { t } from '#kernel/i18n'
import { isReplaced, type Root } from '#commons/dossiers'
import type { Field, Teller } from './field.ts'
import { ensureSound } from './sound.ts'

/** What is said of a kind of dossiers: each field under the name of its column. */
// oxlint-disable-next-line typescript/no-explicit-any -- each field names the types of its values
export type Fields = Readonly<Record<string, Field<any, any>>> & {
  readonly [K in Reserved]?: never
}

/** The columns that stand in the root's table: a field of such a name is written there. */
export type RootField = 'title' | 'service_id' | 'due_on' | 'reference'
/** Columns of the root that no form may set: they follow from verbs; and what a form sends besides. */
type Reserved = Exclude<keyof Root, RootField> | 'write_next' | 'copy_of'

/** What a form or the API gives, by field. */
export type Given<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Field<infer _, infer One> ? One : never
}
/** What the columns hold, by field. */
export type Held<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Field<infer One, infer _> ? One : never
}
/** The same for the trade’s own table alone, without what stands in the root’s. */
export type OwnColumns<F extends Fields> = Omit<Held<F>, RootField>
/** Some of these: what is left out, or undefined, stays as it is. */
export type Some<T> = { [K in keyof T]?: T[K] | undefined }

// What is made name by name from fields has their names.
const each = <F extends Fields, V>(fields: F, of: (field: Field<unknown>, name: string) => V) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, of(field, name)])) as {
    [K in keyof F]: V
  }

/** All that is given of a new one, of which some was left out: that is as its field has it then. */
export const completed = <F extends Fields>(fields: F, given: Some<Given<F>>): Given<F> =>
  each(fields, ({ absent }, name) => {
    const one: unknown = Reflect.get(given, name)
    return one === undefined ? absent : one
  }) as Given<F> // What has nothing of its own, the caller’s type asks for.

/**
 * What is asked, for form and API alike; what has a value of its own may be left out. Throws where a condition of
 * a field cannot hold: `ensureSound`.
 */
export function asked<F extends Fields>(fields: F) {
  ensureSound(fields)
  return z.object(
    each(fields, ({ schema, absent }) =>
      absent === undefined ? schema : schema.default(absent),
    ) as unknown as { [K in keyof F]: z.ZodType<Given<F>[K], unknown> }, // Each takes what its field does.
  )
}

/** The same where what is left out stays as it is. */
export function askedPartly<F extends Fields>(fields: F) {
  ensureSound(fields)
  return z.object(
    each(fields, ({ schema }) => schema.optional()) as unknown as {
      [K in keyof F]: z.ZodOptional<z.ZodType<Given<F>[K], unknown>>
    },
  )
}

/** The same as a form sends it: rows come as inputs of their own, and are put together first. */
export const sentBy = <S extends z.ZodType>(fields: Fields, schema: S) =>
  z.preprocess((sent) => {
    if (typeof sent !== 'object' || sent === null) return sent
    const given = Object.fromEntries(Object.entries(sent))
    for (const [name, { gather }] of Object.entries(fields)) {
      const one = gather?.(name, given)
      if (one !== undefined) given[name] = one
    }
    return given
  }, schema)

/**
 * What the API answers of these fields, under the names by which it takes them; for a schema that may hold more. One that
 * only some read is not there for others.
 */
export const answered = <F extends Fields>(fields: F) =>
  each(fields, ({ answer, readBy }) => (readBy ? answer.optional() : answer)) as {
    [N in keyof F]: z.ZodType<unknown, Held<F>[N]>
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

/** All fields but these: what a page shows besides what stands elsewhere on it, a new one too. */
export const without = <F extends Fields, K extends keyof F & string>(
  fields: F,
  names: readonly K[],
): Omit<F, K> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !names.some((one) => one === name)),
  ) as unknown as Omit<F, K> // Without these names.

/**
 * The words by which dossiers are found: `Kind.body`. Of what is
 * withheld there are none, nor of what search knows of every dossier.
 */
export const wordsOf =
  <F extends Fields>(fields: F): Teller<Some<Held<F>>, string> =>
  async (dossiers) => {
    const own = Object.entries(fields).filter(([name]) => name !== 'title' && name !== 'reference')
    const tellers = await Promise.all(
      own.map(async ([name, { words }]) => {
        const held = dossiers
          .map((one): unknown => one[name])
          .filter((value) => value !== undefined)
        return [name, held.length > 0 ? await words?.(held) : undefined] as const
      }),
    )
    return (dossier) =>
      tellers
        .flatMap(([name, tell]) =>
          dossier[name] === undefined ? [] : (tell?.(dossier[name]) ?? []),
        )
        .join('\n')
  }

/** What is said of a dossier in these fields, with their labels, for `Facts`; nothing of what is withheld. */
export async function factsOf<F extends Fields>(
  fields: F,
  dossier: Some<Held<F>>,
  names: readonly (keyof F & string)[] = Object.keys(fields),
): Promise<{ label: string; value: Child }[]> {
  const told = names
    .filter((name) => dossier[name] !== undefined)
    .map(async (name) => {
      const value: unknown = dossier[name]
      const tell = await fields[name]?.shown([value])
      return { label: labelsOf(fields)[name], value: tell?.(value) || '—' }
    })
  return Promise.all(told)
}

/** The fields of which a dossier says something to the one who acts: those that are not withheld. */
export const toldIn = <F extends Fields>(fields: F, dossier: object): Partial<F> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => Reflect.get(dossier, name) !== undefined && !isReplaced(dossier, name),
    ),
  ) as Partial<F> // Of these names.

/** What the fields are called, by their names: heads of columns, history. */
export const labelsOf = <F extends Fields>(fields: F): { [K in keyof F]: string } =>
  each(fields, ({ label }) => t(label))
