import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { type FieldErrors, Invalid } from '#kernel/errors'
import { day, validated } from '#kernel/http'
import { type MessageKey, t, timeZone } from '#kernel/i18n'
import type { FilterPart } from '#kernel/ui'
import type { Named } from './field.ts'
import { isWorth, type ListFilter } from './list-filters.ts'
import { choiceIn, columnIn, type Listed, type ListedKind } from './listed.tsx'

/** What the address of a list says, by parameter; what is empty is not set. */
export type ListQuery = Readonly<Record<string, string | undefined>>

/** A condition as a part of the sentence, of one or two parameters of the address. */
export interface Narrowing {
  readonly params: readonly string[]
  /** What « + Condition » calls it; without it, it always stands in the sentence. */
  readonly offer?: { readonly name: string; readonly label: string }
  /** The words of the sentence, with what is set. */
  readonly parts: (query: ListQuery) => Promise<FilterPart[]>
  /** What is left of the rows; nothing where it is not set, or not understood. */
  readonly where: (query: ListQuery) => Promise<RawBuilder<SqlBool>[]>
  /** What is set and not understood, in a sentence for each parameter. */
  readonly wrong: (query: ListQuery) => Promise<FieldErrors>
}

/**
 * How a list can be narrowed: by its own filters, which always stand in the sentence, and by all that it
 * tells and that can narrow it. Their choices are loaded once, when first asked for.
 */
export const narrowingsOf = (
  filters: readonly ListFilter[],
  of: ListedKind,
): readonly Narrowing[] => [
  ...filters.map((filter) => ofFilter(of, filter)),
  ...Object.entries(of.listed)
    .filter(([name]) => !filters.some((one) => one.of === name || one.name === name))
    .flatMap(([name, one]) => ofListed(of, name, one)),
]

function ofFilter(of: ListedKind, filter: ListFilter): Narrowing {
  const { name, label, before, any, choices, where, unasked } = filter
  const column = () => columnIn(of, filter.of ?? name)
  const load = once(choices)
  return {
    params: [name],
    parts: async (query) => [
      ...(before ? [t(before)] : []),
      select(name, t(label), t(any), await load(), query[name]),
    ],
    where: async (query) =>
      (await isOneOf(load, query[name]))
        ? [where(query[name] ?? '', column())]
        : [unasked?.(column()) ?? []].flat(),
    wrong: (query) => wrongChoice(load, t(label), name, query),
  }
}

function ofListed(of: ListedKind, name: string, one: Listed): Narrowing[] {
  const column = () => columnIn(of, name)
  const offer = { name, label: t(one.label) }
  switch (one.narrow) {
    case undefined:
      return []
    case 'choices':
    case 'yes_no': {
      const load = once(one.choices ?? (async () => yesOrNo()))
      const equal = one.many
        ? (value: string) => sql<SqlBool>`${value} = any(${choiceIn(of, name)}::text[])`
        : (value: string) => isWorth(choiceIn(of, name), value)
      return [
        {
          params: [name],
          offer,
          parts: async (query) => [
            t('records.narrow.is', { label: offer.label }),
            select(name, offer.label, t('records.narrow.any'), await load(), query[name]),
          ],
          where: async (query) =>
            (await isOneOf(load, query[name])) ? [equal(query[name] ?? '')] : [],
          wrong: (query) => wrongChoice(load, offer.label, name, query),
        },
      ]
    }
    case 'words':
      return [
        {
          params: [name],
          offer,
          parts: async (query) => [
            t('records.narrow.holds', { label: offer.label }),
            {
              ...{ kind: 'text', name, label: offer.label, value: query[name] },
              suggestions: await one.proposed?.(),
            },
          ],
          where: async (query) => {
            const words = query[name]
            return words ? [(one.holds ?? holdsText)(words, column(), name)] : []
          },
          wrong: async () => ({}),
        },
      ]
    case 'dates':
    case 'numbers':
      return [between(name, one, column)]
  }
}

const plain = (text: unknown) => sql`kernel.unaccent(lower(${text}))`

const holdsText = (words: string, column: RawBuilder<unknown>) =>
  sql<SqlBool>`position(${plain(words)} in ${plain(column)}) > 0`

/** A list may be asked for all that came before 1950. */
const anyDay = day({ since: 1, ahead: 7000 })

/** From one bound to another, both included, either left open. */
function between(name: string, one: Listed, column: () => RawBuilder<unknown>): Narrowing {
  const kind = one.narrow === 'dates' ? 'date' : 'number'
  const [from, to] = [`${name}.from`, `${name}.to`]
  const offer = { name, label: t(one.label) }
  const worth = () =>
    one.instant ? sql`(${column()} at time zone ${timeZone})::date` : sql`(${column()})`
  const schema = kind === 'date' ? anyDay : (one.schema ?? anyDay)
  const bound = (typed = '') => {
    const value: unknown = typed ? schema.safeParse(typed).data : undefined
    return isAmountOf(value) ? value.cents : value
  }
  const isWrong = (param: string, query: ListQuery) =>
    Boolean(query[param]) && (bound(query[param]) ?? null) === null
  const input = (param: string, key: MessageKey, query: ListQuery): FilterPart => ({
    kind,
    name: param,
    label: t(key, { label: offer.label }),
    value: query[param],
    invalid: isWrong(param, query),
  })
  return {
    params: [from, to],
    offer,
    parts: async (query) => [
      t(kind === 'date' ? 'records.narrow.from_day' : 'records.narrow.from', {
        label: offer.label,
      }),
      input(from, 'records.narrow.least', query),
      t(kind === 'date' ? 'records.narrow.to_day' : 'records.narrow.to'),
      input(to, 'records.narrow.most', query),
    ],
    where: async (query) => {
      const [least, most] = [bound(query[from]), bound(query[to])]
      return [
        ...((least ?? null) === null ? [] : [sql<SqlBool>`${worth()} >= ${least}`]),
        ...((most ?? null) === null ? [] : [sql<SqlBool>`${worth()} <= ${most}`]),
      ]
    },
    wrong: async (query) =>
      Object.fromEntries(
        [from, to]
          .filter((param) => isWrong(param, query))
          .map((param) => [
            param,
            [notUnderstood(offer.label, query[param]), ...askedBack(schema, query[param])],
          ]),
      ),
  }
}

const isAmountOf = (value: unknown): value is { cents: number } =>
  typeof value === 'object' && value !== null && 'cents' in value

/** What is to be said besides: the two ways in which an amount can be read. */
function askedBack(schema: z.ZodType, bound: unknown): string[] {
  try {
    validated(z.object({ bound: schema }), { bound })
    return []
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure
    return failure.fields['bound'] ?? []
  }
}

const notUnderstood = (label: string, value = '') => t('records.narrow.wrong', { label, value })

async function wrongChoice(
  load: () => Promise<readonly Named[]>,
  label: string,
  name: string,
  query: ListQuery,
): Promise<FieldErrors> {
  const value = query[name]
  return !value || (await isOneOf(load, value)) ? {} : { [name]: [notUnderstood(label, value)] }
}

const yesOrNo = (): Named[] => [
  ['true', t('ui.yes')],
  ['false', t('ui.no')],
]

function select(
  name: string,
  label: string,
  any: string,
  choices: readonly Named[],
  value: string | undefined,
): FilterPart {
  const options = [['', any] as const, ...choices].map(([one, words]) => ({
    value: one,
    label: words,
  }))
  return { kind: 'select', name, label, options, value }
}

const isOneOf = async (load: () => Promise<readonly Named[]>, value = '') =>
  value !== '' && (await load()).some(([one]) => one === value)

/** Loads at the first call; later ones have the same. */
function once<V>(load: () => Promise<V>): () => Promise<V> {
  let loaded: Promise<V> | undefined
  return () => (loaded ??= load())
}

/** The conditions of an address. */
export const whereOf = async (narrowings: readonly Narrowing[], query: ListQuery) =>
  (await Promise.all(narrowings.map(({ where }) => where(query)))).flat()

/** What an address says that its list does not understand, in a sentence for each parameter. */
export const wrongOf = async (
  narrowings: readonly Narrowing[],
  query: ListQuery,
): Promise<FieldErrors> =>
  Object.assign({}, ...(await Promise.all(narrowings.map(({ wrong }) => wrong(query)))))

/** Throws `Invalid` where a list does not understand an address. */
export async function ensureUnderstood(
  narrowings: readonly Narrowing[],
  query: ListQuery,
): Promise<void> {
  const wrong = await wrongOf(narrowings, query)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}
