import { may, type Permission } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { validated } from '#kernel/http'
import { t } from '#kernel/i18n'
import type { Dossier, Kind, Root } from '#commons/dossiers'
import {
  assess,
  changeMany,
  mightTake,
  type Obstacle,
  type Openness,
  verbName,
  type Workflow,
} from '#commons/workflow'
import { asked, type Fields, type Given } from './fields.ts'

/** What a step leads to, where it leads somewhere: a meeting, a service. */
export interface Onto<Own extends object> {
  /** Why a dossier cannot go there, whatever its state. */
  readonly hinders?: (dossier: Dossier<Own>) => Obstacle | null
  /** Takes the step for these; all of them can take it. */
  readonly take: (dossiers: readonly Dossier<Own>[]) => Promise<unknown>
}

/** A step of a workflow that a list offers for many dossiers at once. */
export interface Act<Own extends object, V extends string, F extends Fields = Fields> {
  readonly verb: V
  /** The step that is taken instead for those of which this one is none: at another level it leads elsewhere. */
  readonly or?: V
  /** Asked for each of the dossiers. */
  readonly permission: Permission
  /** What must be told besides, by fields that have choices. */
  readonly asks?: F
  /** What is proposed for these dossiers until it is told. */
  readonly proposes?: (dossiers: readonly Dossier<Own>[]) => Promise<Partial<Given<F>>>
  /** Where it leads. `lock`: the step is about to be taken; the dossiers are locked after it. */
  readonly onto?: (given: Given<F>, how: { lock: boolean }) => Promise<Onto<Own>>
}

/** What a page and the API have to know of a step. */
export interface Offered {
  readonly verb: string
  readonly label: string
  /** One must say why. */
  readonly comment: boolean
  readonly asks: Fields
}

/** A dossier that is acted on: as it is, or in the version of which the effect was shown. */
export interface Picked {
  id: string
  version?: number | undefined
}

/** What is asked for: a step, of which dossiers, why, and what the step asks besides. */
export interface Wanted {
  verb: string
  picked: readonly Picked[]
  comment: string
  answers: Readonly<Record<string, unknown>>
}

/** What becomes of one dossier: it follows, or is left, with the reason. */
export interface Effect extends Pick<Root, 'id' | 'title' | 'reference' | 'version'> {
  left: string | null
}

/** What becomes of all of them, in the order in which they were picked. */
export interface Effects {
  effects: readonly Effect[]
  /** How many of those that were picked the one who acts does not see. */
  unseen: number
  /** What was told besides, or is proposed; null where it is still to be told. */
  answers: Readonly<Record<string, unknown>> | null
}

/** What an act needs of its kind of dossiers. */
export interface Acting<Own extends object, V extends string> {
  readonly kind: Kind<Own>
  readonly flow: Workflow<string, V>
  // oxlint-disable-next-line typescript/no-explicit-any -- each step names the fields that it asks
  readonly act: Act<Own, V, any>
}

/** A step in words. */
export const offeredOf = <Own extends object, V extends string>({
  kind,
  flow,
  act: { verb, asks = {} },
}: Acting<Own, V>): Offered => ({
  verb,
  label: verbName(kind.name, verb),
  comment: flow.transitions[verb].comment === 'required',
  asks,
})

/** Whether the one who acts might take a step for one of these rows of a list. */
export const isOffered = <Own extends object, V extends string>(
  { flow, act: { verb, or, permission } }: Acting<Own, V>,
  rows: readonly Pick<Root, 'state' | 'service_id' | 'created_by'>[],
): boolean =>
  may(permission) &&
  rows.some((row) => mightTake(flow, verb, row) || (or !== undefined && mightTake(flow, or, row)))

/** What the step asks besides, as it was told. Throws `Invalid` where it was not, or wrongly. */
export const told = <Own extends object, V extends string>(
  { act: { asks = {} } }: Acting<Own, V>,
  answers: Wanted['answers'],
) => validated(asked(asks), answers) as Given<Fields> // The schema is made of these fields.

/** Why one does not follow; null where it does. */
function hindrance<Own extends object, V extends string>(
  { kind, act: { permission } }: Acting<Own, V>,
  dossier: Dossier<Own>,
  openness: Openness | undefined,
  version: number | undefined,
  onto: Onto<Own> | undefined,
): Obstacle | null {
  if (version !== undefined && version !== dossier.version) return { key: 'records.act.changed' }
  const closed = kind.closed?.(dossier)
  if (closed) return { key: closed }
  if (openness && !openness.open) return openness.obstacle
  if (!may(permission, dossier)) return { key: 'errors.forbidden' }
  return onto?.hinders?.(dossier) ?? null
}

interface Seen<Own extends object> {
  picked: readonly Picked[]
  /** Those of them that the one who acts sees. */
  dossiers: readonly Dossier<Own>[]
  onto: Onto<Own> | undefined
}

/** One that follows, and the step that it takes. */
export interface Following<Own extends object, V extends string> {
  readonly dossier: Dossier<Own>
  readonly verb: V
}

/** By which step each could follow, and what is in its way, by its id. */
async function opennessOf<Own extends object, V extends string>(
  { flow, act: { verb, or } }: Acting<Own, V>,
  dossiers: readonly Dossier<Own>[],
): Promise<Map<string, { verb: V; openness: Openness }>> {
  const found = new Map<string, { verb: V; openness: Openness }>()
  for (const [at, openness] of (await assess(flow, dossiers, verb)).entries())
    found.set(dossiers[at]?.id ?? '', { verb, openness })
  if (!or) return found
  const isNone = ({ id }: { id: string }) => {
    const openness = found.get(id)?.openness
    return openness?.open === false && openness.why !== 'guard'
  }
  const others = dossiers.filter(isNone)
  for (const [at, openness] of (await assess(flow, others, or)).entries())
    if (openness.open || openness.why === 'guard')
      found.set(others[at]?.id ?? '', { verb: or, openness })
  return found
}

/** Those that follow, and what becomes of each. */
export async function effectsOn<Own extends object, V extends string>(
  acting: Acting<Own, V>,
  { picked, dossiers, onto }: Seen<Own>,
): Promise<Pick<Effects, 'effects' | 'unseen'> & { follow: Following<Own, V>[] }> {
  const seen = new Map<string, Dossier<Own>>(dossiers.map((one) => [one.id, one]))
  const versions = new Map(picked.map(({ id, version }) => [id, version]))
  const openness = await opennessOf(acting, dossiers)
  const follow: Following<Own, V>[] = []
  const effects: Effect[] = []
  for (const [wanted, version] of versions) {
    const dossier = seen.get(wanted)
    if (!dossier) continue
    const step = openness.get(dossier.id)
    const obstacle = hindrance(acting, dossier, step?.openness, version, onto)
    if (!obstacle) follow.push({ dossier, verb: step?.verb ?? acting.act.verb })
    const { id, title, reference } = dossier
    const left = obstacle && t(obstacle.key, obstacle.params ?? {})
    effects.push({ id, title, reference, version: dossier.version, left })
  }
  return { effects, follow, unseen: versions.size - effects.length }
}

/** Takes the step for these. Throws `Invalid` where it asks why and nothing is said. */
export async function taken<Own extends object, V extends string>(
  { kind, flow, act }: Acting<Own, V>,
  follow: readonly Following<Own, V>[],
  onto: Onto<Own> | undefined,
  comment: string,
): Promise<void> {
  if (flow.transitions[act.verb].comment && comment.trim() === '')
    throw Invalid.field('comment', 'workflow.comment_needed')
  if (onto) {
    await onto.take(follow.map(({ dossier }) => dossier))
    return
  }
  for (const [verb, some] of Map.groupBy(follow, (one) => one.verb))
    await changeMany(
      kind,
      flow,
      verb,
      some.map(({ dossier }) => ({ dossier, comment })),
    )
}

/** Refuses a step for which one has no right at all. */
export const ensureMay = ({ permission }: { permission: Permission }): void =>
  ensure(may(permission), Forbidden, 'errors.forbidden')
