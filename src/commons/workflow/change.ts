import { isProgram } from '#kernel/access'
import { accountsBearing } from '#kernel/auth'
import { Conflict, Forbidden, Invalid } from '#kernel/errors'
import { knownMessage, said, t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { type Change, type Dossier, type Kind, type Patch, writeMany } from '#commons/dossiers'
import { namingRestricted } from '#commons/holdings'
import {
  awaitedBy,
  type Obstacle,
  principalsOf,
  type State,
  type Transition,
  type Workflow,
  isOneOf,
} from './definition.ts'
import { asksWhyDespite, ensureWhyDespite, usedDespite } from './restricted.ts'

/** Whether an action is open to the one who acts, and if not, why not. */
export type Openness =
  | { open: true }
  /** `who`: it is for others; `state`: not from here; `guard`: something is missing. */
  | { open: false; why: 'who' | 'state' | 'guard'; obstacle: Obstacle }

/** Assesses one action on dossiers, each in its turn. */
export async function assess<V extends string>(
  flow: Workflow<string, V>,
  dossiers: readonly Dossier[],
  verb: V,
): Promise<Openness[]> {
  const transition = flow.transitions[verb]
  const closed = dossiers.map((dossier) => closedTo(flow, transition, dossier))
  const obstacles = await obstaclesOf(
    transition,
    dossiers.filter((_, at) => !closed[at]),
  )
  return dossiers.map(({ id }, at) => {
    const obstacle = obstacles.get(id)
    return closed[at] ?? (obstacle ? { open: false, why: 'guard', obstacle } : { open: true })
  })
}

/** Whether the state of a dossier or the one who acts closes an action, before its guard is asked. */
function closedTo(flow: Workflow, transition: Transition, dossier: Dossier): Openness | undefined {
  if (!transition.from.includes(dossier.state) || transition.only?.(dossier) === false) {
    const params = { state: stateName(flow.kind, dossier.state) }
    return { open: false, why: 'state', obstacle: { key: 'workflow.not_from_here', params } }
  }
  if (transition.inPerson && isProgram())
    return { open: false, why: 'who', obstacle: { key: 'errors.in_person' } }
  if (!isOneOf(transition.who, dossier)) {
    const params = { who: doersNames(transition) }
    return { open: false, why: 'who', obstacle: { key: 'workflow.for_others', params } }
  }
  return undefined
}

async function obstaclesOf(
  { when }: Transition,
  dossiers: readonly Dossier[],
): Promise<ReadonlyMap<string, Obstacle>> {
  if (!when || dossiers.length === 0) return new Map()
  if (typeof when !== 'function') return when.many(dossiers)
  const found = new Map<string, Obstacle>()
  for (const dossier of dossiers) {
    const obstacle = await when(dossier)
    if (obstacle) found.set(dossier.id, obstacle)
  }
  return found
}

/** An action as a page offers it. */
export interface Action<V extends string> {
  verb: V
  label: string
  /** Leads on or back. */
  back: boolean
  comment: boolean
  /** That the dossier names somebody whose data are not to be used for now; the answer to why says it. */
  despite?: string | undefined
  openness: Openness
}

/**
 * The actions from the present state of a dossier that are for the one who acts, open or hindered:
 * of these verbs, else of all.
 */
export async function actions<V extends string>(
  flow: Workflow<string, V>,
  dossier: Dossier,
  // Object.keys gives the transitions' own names.
  verbs: readonly NoInfer<V>[] = Object.keys(flow.transitions) as V[],
): Promise<Action<V>[]> {
  const found: Action<V>[] = []
  const restricted = (await namingRestricted(flow.kind, [dossier.id])).get(dossier.id)
  for (const verb of verbs) {
    const [openness] = await assess(flow, [dossier], verb)
    if (!openness || (!openness.open && openness.why !== 'guard')) continue
    const { back = false, comment } = flow.transitions[verb]
    const despite = restricted && asksWhyDespite(flow, verb) ? usedDespite(restricted) : undefined
    found.push({
      ...{ verb, label: verbName(flow.kind, verb), back, openness, despite },
      comment: comment === 'required' || despite !== undefined,
    })
  }
  return found
}

/** What goes with a step: columns to write, why it is taken. */
export interface Step<Own extends object> {
  dossier: Dossier<Own>
  patch?: Patch<Own>
  comment?: string
}

/**
 * The one door of state changes: tests the guard of each for the one who acts, writes rows and history,
 * recomputes readers, emits `<kind>.<verb>`; a statement a table, however many. Throws `Forbidden` where one
 * is for others, `Conflict` where a state or a guard is in the way: then none is changed.
 */
export async function changeMany<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  verb: V,
  steps: readonly Step<Own>[],
): Promise<Dossier<Own>[]> {
  const dossiers = steps.map(({ dossier }) => dossier)
  for (const openness of await assess(flow, dossiers, verb)) {
    if (openness.open) continue
    const { key, params } = openness.obstacle
    throw openness.why === 'who' ? new Forbidden(key, params) : new Conflict(key, params)
  }
  if (flow.transitions[verb].comment && steps.some(({ comment = '' }) => comment.trim() === ''))
    throw Invalid.field('comment', 'workflow.comment_needed')
  await ensureWhyDespite(kind, flow, verb, steps)
  return pastEmptyLevels(kind, flow, await enforceMany(kind, flow, verb, steps))
}

/**
 * A level where nobody can act is skipped, and history says so: nothing waits for nobody. The dossiers are in one state;
 * gives them as they stand then, in their order.
 */
export async function pastEmptyLevels<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  dossiers: readonly Dossier<Own>[],
): Promise<Dossier<Own>[]> {
  const [first] = dossiers
  const level = first && flow.states[first.state]
  if (!level?.skippedBy) return [...dossiers]
  const waitFor = new Map(dossiers.map((one) => [one.id, awaitedBy(flow, one)]))
  const borne = new Set(
    (await accountsBearing([...waitFor.values()].flat())).flatMap(({ bears }) => bears),
  )
  const stuck = dossiers.filter(({ id }) => !waitFor.get(id)?.some((who) => borne.has(who)))
  const moved = new Map<string, Dossier<Own>>()
  for (const [verb, some] of Map.groupBy(stuck, (one) => skipping(flow, level, one))) {
    const steps = some.map((dossier) => ({ dossier, comment: skippedAt(level, dossier) }))
    const skipped = await pastEmptyLevels(kind, flow, await enforceMany(kind, flow, verb, steps))
    for (const one of skipped) moved.set(one.id, one)
  }
  return dossiers.map((one) => moved.get(one.id) ?? one)
}

/** The step by which a level is skipped. */
function skipping<V extends string>(
  flow: Workflow<string, V>,
  { skippedBy = [] }: State,
  dossier: Dossier,
): V {
  const verbs = skippedBy.filter((verb) => isVerbOf(flow, verb))
  const isForAnybody = (verb: V) =>
    flow.transitions[verb].who.some((doer) => principalsOf(doer, dossier).length > 0)
  const verb = verbs.find(isForAnybody) ?? verbs.at(-1)
  if (!verb) throw new Error(`Nothing leads on from ${dossier.state} of ${flow.kind}`)
  return verb
}

function skippedAt({ called }: State, dossier: Dossier): string {
  const level = called?.(dossier)
  if (level === '') return ''
  return inItsLanguage(() =>
    level ? t('workflow.level_skipped_of', { level }) : t('workflow.level_skipped'),
  )
}

const isVerbOf = <V extends string>(flow: Workflow<string, V>, verb: string): verb is V =>
  Object.hasOwn(flow.transitions, verb)

/**
 * The same without asking who acts nor the guard, where another verb entails it (freezing a meeting
 * freezes its points). The state must still allow it.
 */
export async function enforceMany<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  verb: V,
  steps: readonly Step<Own>[],
): Promise<Dossier<Own>[]> {
  const { from, to, writes } = flow.transitions[verb]
  for (const { dossier } of steps)
    if (!from.includes(dossier.state))
      throw new Conflict('workflow.not_from_here', { state: stateName(flow.kind, dossier.state) })
  const written = await writtenBy(
    writes,
    steps.map(({ dossier }) => dossier),
  )
  const taken = ({ dossier, patch = {}, comment = '' }: Step<Own>): Change<Own> => {
    const whole = { ...written.get(dossier.id), ...patch, state: to }
    const at = flow.states[dossier.state]?.called?.(dossier)
    const into = flow.states[to]?.called?.({ ...dossier, ...whole })
    const history = {
      ...{ from: dossier.state, to, ...(at && { at }), ...(into && { into }) },
      ...(comment && { comment: comment.trim() }),
    }
    return { dossier, patch: whole, history }
  }
  return writeMany(kind, verb, steps.map(taken))
}

async function writtenBy(
  writes: Transition['writes'],
  dossiers: readonly Dossier[],
): Promise<ReadonlyMap<string, object>> {
  if (!writes) return new Map()
  if (typeof writes !== 'function') return writes.many(dossiers)
  return new Map(dossiers.map((one) => [one.id, writes(one)]))
}

/** One step of one dossier, as `changeMany` takes it. */
export const change = <Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  dossier: Dossier<Own>,
  verb: V,
  step: Omit<Step<Own>, 'dossier'> = {},
): Promise<Dossier<Own>> => changeMany(kind, flow, verb, [{ ...step, dossier }]).then(only)

/** One step of one dossier, as `enforceMany` takes it. */
export const enforce = <Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  dossier: Dossier<Own>,
  verb: V,
  step: Omit<Step<Own>, 'dossier'> = {},
): Promise<Dossier<Own>> => enforceMany(kind, flow, verb, [{ ...step, dossier }]).then(only)

function only<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('A step of one dossier gave none')
  return one
}

/** A message whose key is made from data; it is a fault where no catalogue holds it. */
export const named = (key: string): string => {
  const known = knownMessage(key)
  if (!known) throw new Error(`No message ${key}`)
  return t(known)
}

/** The name of a kind of dossiers: `deliberations.meeting.name`. */
export const kindName = (kind: string): string => named(`${kind}.name`)
/** The name of a state, from the catalogue of its module: `deliberations.meeting.state.frozen`. */
export const stateName = (kind: string, state: string): string => named(`${kind}.state.${state}`)
/** The name of an action: `deliberations.meeting.verb.freeze`. */
export const verbName = (kind: string, verb: string): string => named(`${kind}.verb.${verb}`)
/** What is done to dossiers of any kind: said once for all of them, unless a kind has its own words. */
const plainDeeds = new Map(
  (
    [
      'create',
      'edit',
      'document',
      'add_annex',
      'remove_annex',
      'publish',
      'withdraw_publication',
    ] as const
  ).map((verb) => [verb as string, said(`workflow.done.${verb}`)]),
)
/** The key of what history says was done: `deliberations.meeting.done.freeze`. */
export function deedKey(type: string): string {
  const own = type.replace(/\.(\w+)$/, '.done.$1')
  return knownMessage(own) ?? plainDeeds.get(type.split('.').at(-1) ?? '') ?? own
}
/** What history says was done, in words. */
export const deedName = (type: string): string => named(deedKey(type))

/** For whom a step is, in words. */
export function doersNames(transition: Pick<Transition, 'who'>): string {
  const names = transition.who.map((doer) =>
    typeof doer === 'object' ? t(doer.does) : named(`workflow.doer.${doer.replace(':', '.')}`),
  )
  return names.length > 0 ? names.join(', ') : t('workflow.doer.nobody')
}
