import { z } from 'zod'
import { db, loadedOnce } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { line } from '#kernel/http'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { agent, allServices, councillor, directorGeneral, roles } from '#commons/directory'
import type { Levelled } from '#modules/deliberations'
import './tables.ts'

/** A level of validation (niveau de validation): what it is called, and who validates there. */
export interface Level {
  readonly id: string
  readonly title: string
  /** `service:head` and `service:editor` of the proposing service, `above:head` of the one it is part of, `role:…` of the house. */
  readonly by: string
}

/** The levels of an organ, in their order, and whether who validates at a later one need not wait for those before. */
export interface Scheme {
  readonly levels: readonly Level[]
  readonly shortcuts: boolean
}

/** How many levels an organ has at most. */
export const mostLevels = 8

const functions = [
  ['service:editor', 'validation.by.editor'],
  ['service:head', 'validation.by.head'],
  ['above:head', 'validation.by.above'],
] as const

/** Who may validate at a level, with what they are called. */
export const validators = (): [by: string, name: string][] => [
  ...functions.map(([by, name]): [string, string] => [by, t(name)]),
  ...roles
    .all()
    .filter((one) => one !== agent && one !== councillor)
    .map((one): [string, string] => [one.principal, t(one.called)]),
]

export const Levels = z
  .array(z.object({ id: z.string().max(40).default(''), title: line(60), by: z.string().max(80) }))
  .max(mostLevels)

/** Levels as they were given, each with an id of its own. Throws `Invalid` where two are called the same, or one is for nobody. */
export function levelsOf(given: unknown): Level[] {
  const read = Levels.safeParse(given)
  if (!read.success) throw Invalid.field('levels', 'validation.level_incomplete')
  const known = new Set(validators().map(([by]) => by))
  const titles = new Set<string>()
  const ids = new Set<string>()
  return read.data.map(({ id, title, by }) => {
    if (!known.has(by)) throw Invalid.field('levels', 'validation.by_nobody', { level: title })
    const name = title.toLocaleLowerCase('fr')
    if (titles.has(name)) throw Invalid.field('levels', 'validation.twice', { level: title })
    titles.add(name)
    const own = id !== '' && !ids.has(id) ? id : crypto.randomUUID()
    ids.add(own)
    return { id: own, title, by }
  })
}

/** What every organ begins with: the head of the service, then the director general. */
const initial = (): Scheme =>
  inItsLanguage(() => ({
    levels: [
      { id: 'head', title: t('validation.initial.head'), by: 'service:head' },
      { id: 'director', title: t('validation.initial.director'), by: directorGeneral.principal },
    ],
    shortcuts: false,
  }))

/** The levels of all organs that have others than the two, read once a transaction. */
export const keptSchemes = loadedOnce<ReadonlyMap<string, Scheme>>(async () => {
  const rows = await db()
    .selectFrom('validation.scheme')
    .select(['organ_id', 'levels', 'shortcuts'])
    .execute()
  return new Map(rows.map(({ organ_id, ...scheme }) => [organ_id, scheme]))
})

/** The levels of these organs, by their ids. */
export async function schemesOf(organIds: readonly string[]): Promise<Map<string, Scheme>> {
  const kept = await keptSchemes.get()
  return new Map([...new Set(organIds)].map((id) => [id, kept.get(id) ?? initial()]))
}

/** The levels of one organ. */
export const schemeOf = async (organId: string): Promise<Scheme> =>
  (await schemesOf([organId])).get(organId) ?? initial()

/** What nobody bears: the service of a point is part of none. */
export const nobodyAbove = 'above:head'

/**
 * Who validates a point at a level, as its columns keep it: `service:head` follows a point that is handed over.
 */
export async function doersAt({ by }: Level, { service_id }: Levelled): Promise<string[]> {
  if (by !== 'above:head') return [by]
  const parent = (await allServices()).find(({ id }) => id === service_id)?.parent_id
  return [parent ? `service:${parent}:head` : nobodyAbove]
}
