import { sql } from 'kysely'
import { actor, bears, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { tell } from '#commons/dossiers'
import { principalsOf, type Obstacle } from '#commons/workflow'
import { decidedStates, type Item, items, mayEdit, secretariat } from '#modules/deliberations'
import './tables.ts'

export const cycleNames = ['emergency', 'completeness'] as const
export type CycleName = (typeof cycleNames)[number]

export const stepVerbs = [
  ...(['emergency_ask', 'emergency_withdraw', 'emergency_accept', 'emergency_refuse'] as const),
  ...(['completeness_complete', 'completeness_incomplete', 'completeness_ask'] as const),
] as const
export type StepVerb = (typeof stepVerbs)[number]

/** A step that was taken. */
interface Step {
  item_id: string
  cycle: CycleName
  verb: StepVerb
  state: string
  comment: string
  by_actor: string | null
  by_name: string
  at: Temporal.Instant
}

interface Transition {
  from: readonly string[]
  to: string
  /** Whether the one who acts may take it, after the last step. */
  who: (item: Item, last: Step | undefined) => boolean
}

const isSecretariat = () => bears(secretariat.principal)
/** Who writes the point, as it stands. */
const writes = (item: Item) => mayEdit(item)
const asked = (_: Item, last?: Step) => last?.by_actor === actor().id
/** Who examines it: who may rewrite it, and does not only write it. */
const examines = (item: Item) =>
  mayEdit(item) &&
  (isSecretariat() ||
    [...principalsOf('service:head', item), ...principalsOf('own:validators', item)].some((one) =>
      bears(one),
    ))

/** The cycles as data: each begins in `none` (C15, C16). */
const cycles: Record<CycleName, Partial<Record<StepVerb, Transition>>> = {
  emergency: {
    emergency_ask: { from: ['none', 'refused'], to: 'asked', who: writes },
    emergency_withdraw: { from: ['asked'], to: 'none', who: asked },
    emergency_accept: { from: ['asked', 'refused'], to: 'accepted', who: isSecretariat },
    emergency_refuse: { from: ['asked', 'accepted'], to: 'refused', who: isSecretariat },
  },
  completeness: {
    completeness_complete: { from: ['none', 'incomplete', 'asked'], to: 'complete', who: examines },
    completeness_incomplete: {
      from: ['none', 'complete', 'asked'],
      to: 'incomplete',
      who: examines,
    },
    completeness_ask: { from: ['incomplete'], to: 'asked', who: writes },
  },
}

/** What was said of these points, the last first. One query. */
function stepsOf(itemIds: readonly string[]): Promise<Step[]> {
  if (itemIds.length === 0) return Promise.resolve([])
  return db()
    .selectFrom('preparation.step')
    .select(['item_id', 'cycle', 'verb', 'state', 'comment', 'by_actor', 'by_name', 'at'])
    .where('item_id', 'in', itemIds)
    .orderBy('id', 'desc')
    .execute()
}

interface CycleStanding {
  state: string
  /** The last first. */
  steps: readonly Step[]
  /** What the one who acts may say now. */
  open: readonly StepVerb[]
}

/** How a cycle of a point stands. */
export async function standingIn(item: Item, cycle: CycleName): Promise<CycleStanding> {
  const steps = (await stepsOf([item.id])).filter((one) => one.cycle === cycle)
  const state = steps[0]?.state ?? 'none'
  const isOver = decidedStates.includes(item.state) || item.state === 'cancelled'
  const open = isOver
    ? []
    : stepVerbs.filter((verb) => {
        const step = cycles[cycle][verb]
        return step?.from.includes(state) && step.who(item, steps[0])
      })
  return { state, steps, open }
}

/** Takes a step in a cycle of a point, which is locked; it must be said why. Throws `Forbidden`, `Conflict`, `Invalid`. */
export async function takeCycleStep(
  item: Item,
  cycle: CycleName,
  verb: StepVerb,
  comment: string,
): Promise<void> {
  ensureInPerson()
  const step = cycles[cycle][verb]
  if (!step) throw Invalid.field('verb', 'http.field.choose')
  const { state, steps, open } = await standingIn(item, cycle)
  if (!open.includes(verb)) {
    ensure(step.who(item, steps[0]), Forbidden, 'preparation.not_yours')
    throw new Conflict('preparation.not_now')
  }
  const why = comment.trim()
  if (why === '') throw Invalid.field('comment', 'workflow.comment_needed')
  const { id, name } = actor()
  await db()
    .insertInto('preparation.step')
    .values({
      ...{ item_id: item.id, cycle, verb, comment: why },
      ...{ state: step.to, by_actor: id, by_name: name },
    })
    .execute()
  await tell(items, item.id, verb, { comment: why, from: state, to: step.to })
}

/** A point that was found incomplete is not presented before whoever examines it says that it is complete. */
export async function incompleteOf(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  const { rows } = await sql<{ item_id: string; state: string }>`
    select distinct on (item_id) item_id, state from preparation.step
    where cycle = 'completeness' and item_id = any(${some.map(({ id }) => id)}::uuid[])
    order by item_id, id desc`.execute(db())
  return new Map(
    rows.flatMap(({ item_id, state }): [string, Obstacle][] =>
      state === 'incomplete' || state === 'asked'
        ? [[item_id, { key: `preparation.in_the_way.${state}` }]]
        : [],
    ),
  )
}
