import { Conflict, Forbidden, Invalid } from '#kernel/errors'
import { type MessageKey, isMessage, t } from '#kernel/i18n'
import { type Dossier, type Kind, type Patch, write } from '#commons/dossiers'
import { type Obstacle, type Transition, type Workflow, isOneOf } from './definition.ts'

/** Whether an action is open to the one who acts, and if not, why not. */
export type Openness =
  | { open: true }
  /** `who`: it is for others; `state`: not from here; `guard`: something is missing. */
  | { open: false; why: 'who' | 'state' | 'guard'; obstacle: Obstacle }

/** Assesses one action on one dossier. */
export async function assess<V extends string>(
  flow: Workflow<string, V>,
  dossier: Dossier,
  verb: V,
): Promise<Openness> {
  const transition = flow.transitions[verb]
  if (!transition.from.includes(dossier.state)) {
    const params = { state: stateName(flow.kind, dossier.state) }
    return { open: false, why: 'state', obstacle: { key: 'workflow.not_from_here', params } }
  }
  if (!isOneOf(transition.who, dossier)) {
    const params = { who: doersNames(transition) }
    return { open: false, why: 'who', obstacle: { key: 'workflow.for_others', params } }
  }
  const obstacle = (await transition.when?.(dossier)) ?? null
  return obstacle ? { open: false, why: 'guard', obstacle } : { open: true }
}

/** An action as a page offers it. */
export interface Action<V extends string> {
  verb: V
  label: string
  /** Leads on or back. */
  back: boolean
  comment: boolean
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
  for (const verb of verbs) {
    const openness = await assess(flow, dossier, verb)
    if (!openness.open && openness.why !== 'guard') continue
    const { back = false, comment } = flow.transitions[verb]
    found.push({
      verb,
      label: verbName(flow.kind, verb),
      back,
      comment: comment === 'required',
      openness,
    })
  }
  return found
}

/**
 * The one door of state changes: tests the guard for the one who acts, writes the row and its
 * history, recomputes readers, emits `<kind>.<verb>`. Throws `Forbidden` where it is for others,
 * `Conflict` where the state or a guard is in the way.
 */
export async function change<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  dossier: Dossier<Own>,
  verb: V,
  { patch = {}, comment = '' }: { patch?: Patch<Own>; comment?: string } = {},
): Promise<Dossier<Own>> {
  const openness = await assess(flow, dossier, verb)
  if (!openness.open) {
    const { key, params } = openness.obstacle
    throw openness.why === 'who' ? new Forbidden(key, params) : new Conflict(key, params)
  }
  if (flow.transitions[verb].comment && comment.trim() === '')
    throw Invalid.field('comment', 'workflow.comment_needed')
  return enforce(kind, flow, dossier, verb, { patch, comment })
}

/**
 * The same without asking who acts nor the guard, where another verb entails it (freezing a meeting
 * freezes its points). The state must still allow it.
 */
export async function enforce<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  dossier: Dossier<Own>,
  verb: V,
  { patch = {}, comment = '' }: { patch?: Patch<Own>; comment?: string } = {},
): Promise<Dossier<Own>> {
  const { from, to } = flow.transitions[verb]
  if (!from.includes(dossier.state))
    throw new Conflict('workflow.not_from_here', { state: stateName(flow.kind, dossier.state) })
  const history = { from: dossier.state, to, ...(comment && { comment: comment.trim() }) }
  return write(kind, dossier, { ...patch, state: to }, verb, history)
}

const named = (key: string): string => {
  if (!isMessage(key)) throw new Error(`No message ${key}`)
  return t(key satisfies MessageKey)
}

/** The name of a kind of dossiers: `deliberations.meeting.name`. */
export const kindName = (kind: string): string => named(`${kind}.name`)
/** The name of a state, from the catalogue of its module: `deliberations.meeting.state.frozen`. */
export const stateName = (kind: string, state: string): string => named(`${kind}.state.${state}`)
/** The name of an action: `deliberations.meeting.verb.freeze`. */
export const verbName = (kind: string, verb: string): string => named(`${kind}.verb.${verb}`)
/** What history says was done: `deliberations.meeting.done.freeze`. */
export const deedName = (type: string): string => named(type.replace(/\.(\w+)$/, '.done.$1'))

function doersNames(transition: Transition): string {
  const names = transition.who.map((doer) =>
    typeof doer === 'object' ? t(doer.does) : named(`workflow.doer.${doer.replace(':', '.')}`),
  )
  return names.length > 0 ? names.join(', ') : t('workflow.doer.nobody')
}
