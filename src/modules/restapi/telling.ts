import type { Params } from './params.ts'

/** What can be told of something, each part made only where it is asked. */
export interface Telling {
  '@type': string
  /** Told of everything, unless `include_base_data` says no. */
  base: object
  /** Told besides where nothing in particular is asked. */
  summary?: object
  /** By `metadata_fields`, or all of them by `fullobjects`. */
  fields: Readonly<Record<string, () => unknown>>
  /** By `additional_values`. */
  values?: Readonly<Record<string, () => unknown>>
  /** By `extra_include`, under `extra_include_<name>`. */
  includes?: Readonly<Record<string, (asked: Params) => unknown>>
  /** Under which name something included is told, where that is not its own: variants of one thing stand together. */
  under?: (name: string) => string
  /** By `include_choices_for`, under `<name>__choices`. */
  choices?: Readonly<Record<string, () => unknown>>
  /** By `include_<name>`: what it adds. */
  besides?: Readonly<Record<string, () => object | Promise<object>>>
}

type Making = readonly (readonly [name: string, make: () => unknown])[]

/** What was asked of something, as serializers of plonemeeting.restapi answer it. */
export async function told(telling: Telling, asked: Params): Promise<object> {
  const { fields, values = {}, includes = {}, choices = {}, besides = {} } = telling
  const metadata = asked.many('metadata_fields')
  const wanted = asked.many('extra_include').filter((name) => name in includes)
  const added = asked.many('additional_values')
  const around = Object.entries(besides).filter(([name]) => asked.flag(`include_${name}`))
  const full = asked.flag('fullobjects')
  const everything = full && asked.flag('include_all', true)
  const plain = !full && [metadata, wanted, added, around].every((some) => some.length === 0)
  // Told at the base too, as a word: whoever asks for it by name gets more.
  const all = <T>(of: Readonly<Record<string, T>>) =>
    Object.entries(of).filter(([name]) => !(name in telling.base))
  const ownFields = metadata.length > 0 ? some(fields, metadata) : everything ? all(fields) : []
  const ownValues = added.includes('*') || (everything && added.length === 0)
  const making: Making = [
    ...ownFields,
    ...(ownValues ? all(values) : some(values, added)),
    ...wanted.map((name) => {
      const key = `extra_include_${telling.under?.(name) ?? name}`
      return [key, () => includes[name]?.(asked.within(name))] as const
    }),
    ...some(choices, asked.many('include_choices_for')).map(
      ([name, make]) => [`${name}__choices`, make] as const,
    ),
  ]
  const made: Record<string, unknown> = {}
  for (const [name, make] of making) {
    const value = await make()
    const before = made[name]
    made[name] = isWords(before) && isWords(value) ? { ...before, ...value } : value
  }
  for (const [, make] of around) Object.assign(made, await make())
  return {
    ...(asked.flag('include_base_data', true) && telling.base),
    ...(plain && telling.summary),
    '@type': telling['@type'],
    '@extra_includes': Object.keys(includes),
    ...made,
  }
}

const some = <T>(of: Readonly<Record<string, T>>, names: readonly string[]): [string, T][] =>
  names.flatMap((name) => {
    const one = Object.hasOwn(of, name) ? of[name] : undefined
    return one === undefined ? [] : [[name, one] as [string, T]]
  })

const isWords = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is made once an answer, where it is asked. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The same for each of many, by a key. */
export function onceEach<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, { value: T }>()
  return (key) => {
    const known = made.get(key) ?? { value: make(key) }
    made.set(key, known)
    return known.value
  }
}

/** An instant as Plone writes one. */
export const instantThere = (at: Temporal.Instant | null): string | null =>
  at && at.toString({ smallestUnit: 'second' }).replace('Z', '+00:00')
