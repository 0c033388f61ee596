import { ensure, Forbidden } from '#kernel/errors'
import { actor, bears, isSystem } from '#kernel/access'
import { annexVerbs } from '#commons/annexes'
import { type Dossier, kind, type Kind, type Patch, read, readMany, write } from '#commons/dossiers'
import { budgetVerbs } from '#commons/budgets'
import { indicatorVerbs } from '#commons/indicators'
import { changesOf } from '#commons/records'
import { awaitedBy } from '#commons/workflow'
import { coordination, house } from './coordination.ts'
import { elementFields, type SaidColumns } from './element-fields.tsx'
import { foundBy } from './found.ts'
import { dueWithheld, withheld } from './hidden.ts'
import { type ElementKindName, type Level, levelRules } from './level.ts'
import { workflowOf } from './workflow.ts'

export type Health = 'good' | 'risk' | 'blocked' | 'paused'
export const healths: readonly Health[] = ['good', 'risk', 'blocked', 'paused']

/** A plan may hide what is said of an element: it is not there then. */
export interface ElementColumns extends Partial<SaidColumns> {
  plan_id: string
  level: Level
  /** The 16 of « A.16 ». */
  number: number | null
  /** Of a volet. */
  nature: 'internal' | 'external' | null
  partners: string[]
  /** Principals: who changes it, who sees it whatever its state, who does it. */
  editors: string[]
  viewers: string[]
  bearers: string[]
  /** By what id eComptes knows it (ElementId), and its Exercice there. */
  exchange_id: string
  exercise: number
  carried_from: string | null
  /** With its plan: nobody changes it any more. */
  archived: boolean
}

/** An element of a plan, at any level. Its `due_on` is the planned end (échéance). */
export type Element = Dossier<ElementColumns>

export const elementPath = ({ id }: { id: string }) => `/strategy/elements/${id}`

/** What is only created is for those who work on it; then the whole house sees it, as it does volets. */
function readers({ level, state, editors, viewers, created_by }: Element): string[] {
  const author = created_by ? [`user:${created_by}`] : []
  const early = state === 'created' && level !== 'volet'
  return [...coordination, ...editors, ...viewers, ...author, ...(early ? [] : house)]
}

/** What is done to an element of any level, and what besides to those that hold others. */
const verbs = ['edit', 'people', 'move', ...annexVerbs] as const
const placed = ['mirror', 'unplace', 'share_out', ...budgetVerbs, ...indicatorVerbs] as const
type Verb = (typeof verbs | typeof placed)[number]

const elementKind = (name: ElementKindName, own: readonly Verb[] = verbs) =>
  kind<ElementColumns, Verb>({
    name,
    verbs: own,
    table: 'strategy.element',
    path: (id) => elementPath({ id }),
    readers,
    awaits: (element) => (element.archived ? [] : awaitedBy(workflowOf[name], element)),
    closed: ({ archived }) => (archived ? 'strategy.plan.archived' : null),
    withheld,
    dueWithheld,
    body: foundBy,
  })

export const objectives = elementKind('strategy.objective', [...verbs, ...placed])
export const actions = elementKind('strategy.action', [...verbs, ...placed])
export const tasks = elementKind('strategy.task')
const kindsByName = {
  'strategy.objective': objectives,
  'strategy.action': actions,
  'strategy.task': tasks,
}

/** The kind of dossier of a level. */
export const kindAt = (level: Level): Kind<ElementColumns, Verb> =>
  kindsByName[levelRules[level].kind]

/** An element whatever its level, if the one who acts may see it. */
export const element = (id: string, options?: { lock?: boolean }): Promise<Element> =>
  read(objectives, id, options)

/** Those of these elements that the one who acts may see. */
export const elements = (ids: readonly string[]): Promise<Element[]> => readMany(objectives, ids)

/**
 * Whether the one who acts may change an element: the coordination, and those who answer for it;
 * nobody once its plan is archived.
 */
export function mayEdit(
  one: Pick<Element, 'editors' | 'state' | 'created_by' | 'archived'>,
): boolean {
  if (one.archived) return false
  if (isSystem() || coordination.some((role) => bears(role))) return true
  const author = one.state === 'created' && one.created_by !== null && one.created_by === actor().id
  return author || one.editors.some((principal) => bears(principal))
}

/** What is said of a new element; what is left out stays as the table has it. */
export type NewElement = Patch<ElementColumns> & { title: string; state?: string }

/** Rewrites an element from what its form or an import says. Throws `Forbidden` to whom it is not for. */
export async function rewrite(
  one: Element,
  patch: Partial<NewElement>,
  verb: Verb = 'edit',
): Promise<Element> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(Reflect.get(one, name)) !== JSON.stringify(value)
  const changed = Object.fromEntries(Object.entries(patch).filter(differs))
  if (Object.keys(changed).length === 0) return one
  return write(kindAt(one.level), one, changed, verb, changesOf(elementFields, one, changed))
}
