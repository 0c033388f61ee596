import {
  actAs,
  type Actor,
  type ActorId,
  isForPeople,
  may,
  namedPermissions,
  permission,
  permissionWords,
  scopeOf,
} from '#kernel/access'
import { t } from '#kernel/i18n'
import { isOn, modulesOfHouse, slot, tradeTitleOf } from '#kernel/module'
import { type Office, borneBy, officesOn, type Role, roles, todayHere } from '#commons/directory'
import {
  kindName,
  stateName,
  type Transition,
  verbName,
  type Workflow,
  workflows,
} from '#commons/workflow'
import { holdingInWords, roleInWords, serviceLabels } from '#commons/people'

/** Whom the matrix tells of: who holds a role, or does something in a service. */
export interface Standpoint {
  label: string
  principals: readonly string[]
  /** The doers of workflows that it is. */
  is: (doer: Doer) => boolean
  /** It is a program, which does no more than these. */
  scopes?: readonly string[]
}

/** Whom else the matrix tells of, given by the folders: programs of the authority. */
export const otherStandpoints = slot<() => Promise<Standpoint[]>>('otherStandpoints')

/** Nobody in particular: a policy without a subject asks for no more. */
const somebody = '00000000-0000-4000-8000-000000000000' as ActorId // No account bears it.

const ofRole = (role: Role): Standpoint => {
  const principals = borneBy(role)
  return {
    label: roleInWords(role.name),
    principals,
    is: (doer) => typeof doer === 'object' && principals.includes(doer.principal),
  }
}

type Doer = Transition['who'][number]

const functions = ['head', 'editor', 'observer'] as const

const ofFunction = (what: (typeof functions)[number]): Standpoint => ({
  label: t(`people.function.${what}`),
  principals: [`service:${somebody}`, `service:${somebody}:${what}`],
  is: (doer) => doer === `service:${what}`,
})

/** What one is to a dossier, whatever one holds: who wrote it, who is named in it. */
const ofDossier = (): Standpoint[] => [
  { label: t('rights.author'), principals: [], is: (doer) => doer === 'author' },
  {
    label: t('rights.named'),
    principals: [],
    is: (doer) => typeof doer === 'string' && doer.startsWith('own:'),
  },
]

/** All that one can be in the authority: its roles, functions in a service, what one is to a dossier, and what the folders add. */
export const standpoints = async (): Promise<Standpoint[]> => [
  ...roles.all().map(ofRole),
  ...functions.map(ofFunction),
  ...ofDossier(),
  ...(await Promise.all(otherStandpoints.all().map((others) => others()))).flat(),
]

/** A thing that may be done: a permission of the house, or a step of a workflow. */
export interface MatrixRow {
  /** The trade, or the folder of what all share. */
  trade: string
  /** Of a step: what is stepped, from which states. */
  thing: string
  action: string
  /** From which states; nothing of a permission, which is asked before any dossier is. */
  states: string
  /** No program does it. */
  in_person: boolean
  /** For each standpoint, in their order. */
  may: boolean[]
}

/** Whether those who bear these may ever do it. A permission is known by its name: none is named late. */
function mayBearing(
  principals: readonly string[],
  name: string,
  scopes?: readonly string[],
): boolean {
  const bears = [`user:${somebody}`, ...principals]
  const who: Actor = { id: somebody, name: '', principals: bears, ...(scopes && { scopes }) }
  return actAs(who, () => may(permission(name)))
}

/** What the trade of a permission or kind is called; what all share has one name. */
const calledOf = (name: string): string =>
  t(tradeTitleOf(name.split('.')[0] ?? '') ?? 'rights.shared')

const actionOf = (name: string): string => permissionWords(permission(name))

/** The permissions of what this authority has on, in the order of their names. */
const standingPermissions = (): string[] =>
  namedPermissions()
    .filter((name) => {
      const folder = name.split('.')[0] ?? ''
      return (
        folder !== 'kernel' && isOn(folder) && modulesOfHouse().some((one) => one.name === folder)
      )
    })
    .toSorted()

/**
 * Who may do what, generated from the house that stands: permissions first, then of each workflow who rewrites a dossier in
 * which states, and who takes which step from which.
 */
export async function matrix(): Promise<MatrixRow[]> {
  const all = await standpoints()
  const asked = standingPermissions().map((name) => ({
    trade: calledOf(name),
    ...{ thing: '', action: actionOf(name), states: '' },
    in_person: isForPeople(permission(name)),
    may: all.map(({ principals, scopes }) => mayBearing(principals, name, scopes)),
  }))
  return [
    ...asked,
    ...workflows.all().flatMap((flow) => [...edits(flow, all), ...steps(flow, all)]),
  ]
}

const isDoer =
  (flow: Workflow, who: readonly Doer[], inPerson = false) =>
  ({ is, scopes }: Standpoint): boolean =>
    who.some(is) &&
    (!scopes || (!inPerson && scopes.includes(scopeOf(flow.kind.split('.')[0] ?? '', 'act'))))

const head = (flow: Workflow) => ({ trade: calledOf(flow.kind), thing: kindName(flow.kind) })

/** Who rewrites a dossier: a row for the states in which the same do. */
function edits(flow: Workflow, all: readonly Standpoint[]): MatrixRow[] {
  const by = new Map<string, MatrixRow & { from: string[] }>()
  for (const [state, { edits: who = [] }] of Object.entries(flow.states)) {
    const can = all.map(isDoer(flow, who))
    const row = by.get(can.join()) ?? {
      ...head(flow),
      ...{ action: t('rights.edit'), states: '', in_person: false, may: can, from: [] },
    }
    by.set(can.join(), { ...row, from: [...row.from, state] })
  }
  return [...by.values()]
    .filter(({ may: can }) => can.includes(true))
    .map(({ from, ...row }) => ({ ...row, states: statesInWords(flow, from) }))
}

const steps = (flow: Workflow, all: readonly Standpoint[]): MatrixRow[] =>
  Object.entries(flow.transitions).map(([verb, { from, who, inPerson = false }]) => {
    const action = verbName(flow.kind, verb)
    return {
      ...head(flow),
      action: who.length > 0 ? action : t('rights.follows', { action }),
      states: statesInWords(flow, from),
      in_person: inPerson,
      may: all.map(isDoer(flow, who, inPerson)),
    }
  })

/** The states in words: « tout état » where it is all of them, « tout état sauf … » where one of several is left out. */
function statesInWords(flow: Workflow, from: readonly string[]): string {
  const every = Object.keys(flow.states)
  const [left, ...others] = every.filter((state) => !from.includes(state))
  if (left === undefined) return t('rights.any_state')
  if (others.length === 0 && from.length > 2)
    return t('rights.any_state_but', { state: stateName(flow.kind, left) })
  return from.map((state) => stateName(flow.kind, state)).join(', ')
}

/** Something that a person may do, and by what of theirs. */
export interface Right {
  trade: string
  action: string
  /** What of what they hold gives it; empty: everybody who comes in has it. */
  because: string[]
}

/** What somebody may do today, and why. */
export async function rightsOf(personId: string): Promise<Right[]> {
  const offices = await officesOn(todayHere(), [personId])
  const labels = await serviceLabels()
  const told = offices.map((office) => ({
    label: holdingInWords(office, labels),
    principals: principalsIn(office),
  }))
  const all = told.flatMap(({ principals }) => principals)
  return standingPermissions().flatMap((name) => {
    if (!mayBearing(all, name)) return []
    const because = mayBearing([], name)
      ? []
      : told.filter(({ principals }) => mayBearing(principals, name)).map(({ label }) => label)
    return [{ trade: calledOf(name), action: actionOf(name), because }]
  })
}

function principalsIn({ kind, what, service_id }: Office): string[] {
  if (kind === 'mandate') return []
  if (kind === 'function') return [`service:${service_id}`, `service:${service_id}:${what}`]
  const declared = roles.every().find(({ name }) => name === what)
  return declared ? borneBy(declared) : [`role:${what}`]
}
