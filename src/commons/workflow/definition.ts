import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { actor, bears, isSystem } from '#kernel/access'
import { event } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import type { Role } from '#commons/directory'
import type { Dossier } from '#commons/dossiers'

/**
 * Who may do something, as data: a role, `service:head` (of the dossier's service),
 * `author`, `own:editors` (the principals in that column of the dossier, of which `service:head` means
 * that of its service as it is then). Resolved against one dossier by `principalsOf`.
 */
export type Doer = Role | `service:${string}` | `own:${string}` | 'author'

/** How a state looks: what colour says besides words. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

export interface State {
  /** For whom a dossier in this state waits: it stands in their inbox. */
  readonly waitsFor?: readonly Doer[]
  readonly tone?: Tone
  /** Who may rewrite a dossier in this state; unless told, nobody. */
  readonly edits?: readonly Doer[]
  /** Nothing leaves this state. */
  readonly final?: true
  /** Lists leave out those in this state, unless one asks for it. */
  readonly aside?: true
  /**
   * The step that leads on from here by itself where nobody bears what this state waits for (niveau sans personne): of
   * several, the first that is for anybody, else the last.
   */
  readonly skippedBy?: readonly string[]
  /** What it is called besides, of one dossier: at which level it stands. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each workflow names the type of its dossiers
  readonly called?: (dossier: any) => string
}

/** Why a transition is closed for now: a message, with its parameters. */
export interface Obstacle {
  readonly key: MessageKey
  readonly params?: Record<string, string | number>
  /** Its day lifts it: nothing is missing that anybody could do. */
  readonly comes?: true
}

// oxlint-disable-next-line typescript/no-explicit-any -- each workflow names the type of its dossiers
export type Guard<D extends Dossier = any> = (
  dossier: D,
) => Promise<Obstacle | null> | Obstacle | null

/** The same, for a guard that looks at many dossiers at once: what is in the way of each, by its id. */
// oxlint-disable-next-line typescript/no-explicit-any -- each workflow names the type of its dossiers
export interface GuardOfMany<D extends Dossier = any> {
  readonly many: (dossiers: readonly D[]) => Promise<ReadonlyMap<string, Obstacle>>
}

/** What a step writes besides, by column; of many at once by their ids. */
// oxlint-disable-next-line typescript/no-explicit-any -- each workflow names the type of its dossiers
type Writing<D = any> =
  | ((dossier: D) => object)
  | { readonly many: (dossiers: readonly D[]) => Promise<ReadonlyMap<string, object>> }

export interface Transition<S extends string = string> {
  readonly from: readonly S[]
  readonly to: S
  /** Empty: only another verb of the house makes it, never a person directly. */
  readonly who: readonly Doer[]
  /** What must hold besides; says what is in the way. */
  readonly when?: Guard | GuardOfMany
  /** What it writes besides, by column: when it was decided, until when the dossier is due from now on. */
  readonly writes?: Writing
  /** It is none of the steps of other dossiers, whatever their state. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each workflow names the type of its dossiers
  readonly only?: (dossier: any) => boolean
  /** The person must say why. */
  readonly comment?: 'required'
  /** A person decides it, answers for it or signs it (acte personnel): no program takes this step. */
  readonly inPerson?: true
  /** Leads back: shown apart from what leads on. */
  readonly back?: true
}

export interface Workflow<S extends string = string, V extends string = string> {
  /** The kind of dossiers that follow it. */
  readonly kind: string
  readonly initial: S
  readonly states: Readonly<Record<S, State>>
  readonly transitions: Readonly<Record<V, Transition<S>>>
}

/** Declares a workflow: states and transitions as data. */
export function workflow<S extends string, V extends string>(
  kind: string,
  definition: Omit<Workflow<S, V>, 'kind'>,
): Workflow<S, V> {
  for (const verb of Object.keys(definition.transitions)) event(`${kind}.${verb}`)
  return { kind, ...definition }
}

/** The workflows of the house, filled by the modules. */
export const workflows = slot<Workflow>('workflows')

/** Steps of a kind that lists over kinds offer in their rows; a `stepRoute` makes them. */
export interface OfferedSteps {
  readonly flow: Workflow
  readonly verbs: readonly string[]
}

/** Filled by the trades with their `plainSteps`. */
export const offeredSteps = slot<OfferedSteps>('offeredSteps')

/** What of a dossier says who most doers are. */
type Rooted = Pick<Dossier, 'created_by' | 'service_id'>

/** The principals that a doer means for one dossier. */
export function principalsOf(doer: Doer, dossier: Rooted): readonly string[] {
  if (doer === 'author') return dossier.created_by ? [`user:${dossier.created_by}`] : []
  if (typeof doer === 'object') return [doer.principal]
  const [kind, what = ''] = doer.split(':')
  if (kind === 'own')
    return z
      .array(z.string())
      .parse(Reflect.get(dossier, what))
      .flatMap((one) => (isOfService(one) ? principalsOf(one, dossier) : one))
  return dossier.service_id ? [`service:${dossier.service_id}:${what}`] : []
}

/** `service:head` in a column: of whatever service answers for the dossier; `service:<id>` is a principal. */
const isOfService = (one: string): one is `service:${string}` => /^service:[a-z]+$/.test(one)

/** Whether the one who acts is one of these, for one dossier. */
export const isOneOf = (doers: readonly Doer[], dossier: Dossier): boolean =>
  isSystem() ||
  doers.some((doer) => principalsOf(doer, dossier).some((principal) => bears(principal)))

/** The same in a query: `d` is the root of the dossier, `o` the table of its trade. */
export function isOneOfIn(doers: readonly Doer[]): RawBuilder<SqlBool> {
  const mine = [...actor().principals]
  const each = doers.map((doer): RawBuilder<SqlBool> => {
    if (doer === 'author') return sql`('user:' || d.created_by) = any(${mine}::text[])`
    if (typeof doer === 'object') return sql`${bears(doer.principal)}::boolean`
    const [kind, what = ''] = doer.split(':')
    if (kind === 'own')
      return sql`exists (select from unnest(${sql.ref(`o.${what}`)}) one where ${mine}::text[] @> array[case
        when one ~ '^service:[a-z]+$' then 'service:' || d.service_id || substr(one, 8) else one end])`
    return sql`('service:' || d.service_id || ${`:${what}`}) = any(${mine}::text[])`
  })
  return isSystem() ? sql`true` : sql`coalesce(${sql.join(each, sql` or `)}, false)`
}

/** Whether the one who acts is one of these for some dossier, as far as can be said without it. */
export const mightBeOneOf = (doers: readonly Doer[]): boolean =>
  isSystem() ||
  doers.some((doer) => {
    if (typeof doer === 'object') return bears(doer.principal)
    if (!doer.startsWith('service:')) return true
    const end = doer.replace('service', '')
    return actor().principals.some((one) => one.startsWith('service:') && one.endsWith(end))
  })

/**
 * Whether the one who acts might take a step, as far as a row of a list tells: who stands in a column of the
 * trade might.
 */
export function mightTake<V extends string>(
  { transitions }: Workflow<string, V>,
  verb: V,
  row: Rooted & Pick<Dossier, 'state'>,
): boolean {
  const { from, who } = transitions[verb]
  const might = (doer: Doer) =>
    (typeof doer === 'string' && doer.startsWith('own:')) ||
    principalsOf(doer, row).some((p) => bears(p))
  return from.includes(row.state) && who.some(might)
}

/** Whether the one who acts may rewrite a dossier in its present state. */
export const isEditable = (flow: Workflow, dossier: Dossier): boolean =>
  isOneOf(flow.states[dossier.state]?.edits ?? [], dossier)

/** For whom a dossier waits in its present state. */
export function awaitedBy(flow: Workflow, dossier: Dossier): string[] {
  const doers = flow.states[dossier.state]?.waitsFor ?? []
  return doers.flatMap((doer) => principalsOf(doer, dossier))
}

/** The roles for whose holders a workflow names something. */
const rolesIn = ({ states, transitions }: Workflow): Role[] =>
  [
    ...Object.values(states).flatMap(({ waitsFor = [], edits = [] }) => [...waitsFor, ...edits]),
    ...Object.values(transitions).flatMap(({ who }) => who),
  ].filter((doer) => typeof doer === 'object')

/** Workflows that are for roles which nobody can be granted. */
export function checkRolesIn(flows: readonly Workflow[], declared: readonly Role[]): string[] {
  return flows.flatMap((flow) =>
    [...new Set(rolesIn(flow))]
      .filter((one) => !declared.includes(one))
      .map(({ name }) => `${flow.kind} is for the role ${name}, which stands in no place`),
  )
}

/** What is wrong with a workflow: states that nothing reaches, dead ends, unknown names. */
export function checkWorkflow(flow: Workflow): string[] {
  const states = Object.keys(flow.states)
  const transitions = Object.entries(flow.transitions)
  const reached = new Set([flow.initial])
  for (let grown = -1; grown !== reached.size;) {
    grown = reached.size
    for (const [, { from, to }] of transitions)
      if (from.some((s) => reached.has(s))) reached.add(to)
  }
  const unknown = transitions.flatMap(([verb, { from, to }]) =>
    [...from, to]
      .filter((state) => !states.includes(state))
      .map((state) => `${flow.kind}.${verb} names the state ${state}, which does not exist`),
  )
  const lost = states
    .filter((state) => !reached.has(state))
    .map((state) => `${flow.kind}: nothing reaches the state ${state}`)
  const unreachable = transitions
    .filter(([, { from }]) => !from.some((state) => reached.has(state)))
    .map(([verb]) => `${flow.kind}: the transition ${verb} can never be made`)
  const stuck = states
    .filter((state) => !flow.states[state]?.final)
    .filter((state) => !transitions.some(([, { from }]) => from.includes(state)))
    .map((state) => `${flow.kind}: nothing leaves the state ${state}, which is not final`)
  const skipping = states.flatMap((state) => [...(flow.states[state]?.skippedBy ?? [])])
  const unknownSkips = skipping
    .filter((verb) => !Object.hasOwn(flow.transitions, verb))
    .map((verb) => `${flow.kind} skips a level by ${verb}, which is none of its steps`)
  return [...unknown, ...lost, ...unreachable, ...stuck, ...unknownSkips]
}
