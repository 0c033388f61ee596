import { actor, isSystem } from '#kernel/access'
import { accountsBearing } from '#kernel/auth'
import { Conflict } from '#kernel/errors'
import {
  atNoLevel,
  type Item,
  type Leading,
  type LevelColumns,
  type Levelled,
  type Levelling,
} from '#modules/deliberations'
import { doersAt, nobodyAbove, type Scheme, schemesOf } from './scheme.ts'

const none: Scheme = { levels: [], shortcuts: false }

/** Whom a doer of a level means, for one point. */
const meant = (doer: string, { service_id }: Levelled): string[] => {
  const [what, part] = [doer.startsWith('service:'), doer.split(':')]
  if (!what || part.length > 2) return [doer]
  return service_id ? [`service:${service_id}:${part[1]}`] : []
}

/** Who validates at each level of a point, in the order of the levels. */
const allDoers = ({ levels }: Scheme, point: Levelled): Promise<string[][]> =>
  Promise.all(levels.map((level) => doersAt(level, point)))

/** Whether somebody validates at each level of a point, in the order of the levels. */
export async function staffing(scheme: Scheme, point: Levelled): Promise<boolean[]> {
  const doers = (await allDoers(scheme, point)).map((some) =>
    some.flatMap((one) => meant(one, point)),
  )
  const borne = new Set((await accountsBearing(doers.flat())).flatMap(({ bears }) => bears))
  return doers.map((some) => some.some((one) => borne.has(one)))
}

/** What stands in the columns of a point at a level, counted from 0. */
export async function columnsAt(
  scheme: Scheme,
  index: number,
  point: Levelled & Partial<LevelColumns>,
): Promise<LevelColumns> {
  const { levels, shortcuts } = scheme
  const level = levels[index]
  const had = [...(point.level_readers ?? []), ...(point.validators ?? [])]
  const level_readers = [...new Set(had)].filter((one) => one !== nobodyAbove)
  if (!level) return { ...atNoLevel, level_readers }
  const doers = await allDoers(scheme, point)
  const own = doers[index] ?? []
  const isLast = index === levels.length - 1
  return {
    ...{ level_id: level.id, level: level.title, level_no: index + 1, level_readers },
    validators: own,
    endorsers: isLast ? [] : shortcuts ? [...new Set(doers.slice(index, -1).flat())] : own,
    finals: isLast ? own : shortcuts ? (doers.at(-1) ?? []) : [],
  }
}

/** The place of the level at which a point stands, counted from 0; -1 where it stands at none that is still there. */
export const placeOf = ({ levels }: Scheme, { level_id }: Pick<Item, 'level_id'>): number =>
  levels.findIndex(({ id }) => id === level_id)

/** Where the one who acts sends a point on to: with shortcuts, past all levels at which they validate. */
async function after(scheme: Scheme, item: Item): Promise<number> {
  const at = Math.max(placeOf(scheme, item), item.level_no - 1)
  if (!scheme.shortcuts || isSystem()) return at + 1
  const doers = await allDoers(scheme, item)
  const borne = new Set(actor().principals)
  const mine = doers.findLastIndex((some, index) =>
    index >= at && index < doers.length - 1
      ? some.flatMap((one) => meant(one, item)).some((one) => borne.has(one))
      : false,
  )
  return Math.max(mine, at) + 1
}

/** The level before, at which somebody validates. Throws `Conflict` where there is none. */
async function before(scheme: Scheme, item: Item): Promise<number> {
  const last = scheme.levels.length
  const from = item.state === 'validated' ? Math.min(item.level_no, last) : item.level_no - 1
  const staffed = await staffing(scheme, item)
  const found = staffed.findLastIndex((is, index) => is && index < from)
  if (found < 0) throw new Conflict('validation.nobody_before')
  return found
}

async function led(scheme: Scheme, item: Item, to: Leading): Promise<LevelColumns> {
  switch (to) {
    case 'first':
      return columnsAt(scheme, 0, item)
    case 'next':
      return columnsAt(scheme, await after(scheme, item), item)
    case 'before':
      return columnsAt(scheme, await before(scheme, item), item)
    case 'passed':
      return { ...(await columnsAt(none, 0, item)), level_no: scheme.levels.length }
    case 'none':
      return columnsAt(none, 0, item)
  }
}

const writers = ['service:editor', 'service:head']

async function began<S extends string>(scheme: Scheme, point: Levelled, state: S) {
  const isFree = scheme.levels.length === 0
  if (state === 'created' && isFree) {
    const author = point.created_by ? [`user:${point.created_by}`] : []
    const columns = { ...atNoLevel, validators: [...writers, ...author] }
    return { state: 'validated' as const, columns }
  }
  if (state !== 'proposed') return { state, columns: atNoLevel }
  const first = (await staffing(scheme, point)).indexOf(true)
  return first < 0
    ? { state: 'validated' as const, columns: { ...atNoLevel, level_no: scheme.levels.length } }
    : { state, columns: await columnsAt(scheme, first, point) }
}

/** How the levels of the organs lead points on. */
export const levels: Levelling = {
  async leads(some, to) {
    const schemes = await schemesOf(some.map(({ organ_id }) => organ_id))
    const all = new Map<string, LevelColumns>()
    for (const item of some)
      all.set(item.id, await led(schemes.get(item.organ_id) ?? none, item, to))
    return all
  },
  async begins(some, state) {
    const schemes = await schemesOf(some.map(({ organ_id }) => organ_id))
    const all = []
    for (const point of some)
      all.push(await began(schemes.get(point.organ_id) ?? none, point, state))
    return all
  },
}
