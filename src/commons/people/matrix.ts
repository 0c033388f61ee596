import {
  actAs,
  type Actor,
  type ActorId,
  may,
  namedPermissions,
  permission,
  permissionWords,
  scopeOf,
} from '#kernel/access'
import { t } from '#kernel/i18n'
import { isOn, modulesOfHouse, slot, tradeOf } from '#kernel/module'
import { type Office, borneBy, officesOn, type Role, roles, todayHere } from '#commons/directory'
import { stateName, type Transition, verbName, kindName, workflows } from '#commons/workflow'
import { holdingInWords, roleInWords, serviceLabels } from './words.ts'

/** Whom the matrix tells of: who holds a role, or does something in a service. */
export interface Standpoint {
  label: string
  principals: readonly string[]
  /** The doers of workflows that it is. */
  is: (doer: Transition['who'][number]) => boolean
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

const functions = ['head', 'editor', 'observer'] as const

const ofFunction = (what: (typeof functions)[number]): Standpoint => ({
  label: t(`people.function.${what}`),
  principals: [`service:${somebody}`, `service:${somebody}:${what}`],
  is: (doer) => doer === `service:${what}`,
})

/** All that one can be in the authority: its roles, functions in a service, and what the folders add. */
export const standpoints = async (): Promise<Standpoint[]> => [
  ...roles.all().map(ofRole),
  ...functions.map(ofFunction),
  ...(await Promise.all(otherStandpoints.all().map((others) => others()))).flat(),
]

/** A thing that may be done: a permission of the house, or a step of a workflow. */
export interface MatrixRow {
  /** The trade, or the folder of what all share. */
  trade: string
  /** Of a step: what is stepped, from which states. */
  thing: string
  action: string
  states: string
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
function calledOf(name: string): string {
  const all = modulesOfHouse()
  const own = all.find((one) => one.name === name.split('.')[0])
  const trade = own && all.find((one) => one.name === tradeOf(own))
  return trade?.nature === 'trade' ? t(trade.title) : t('people.matrix.shared')
}

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

/** Who may do what, generated from the house that stands: permissions first, then the steps of each workflow by state. */
export async function matrix(): Promise<MatrixRow[]> {
  const all = await standpoints()
  const asked = standingPermissions().map((name) => ({
    trade: calledOf(name),
    ...{ thing: '', action: actionOf(name), states: '' },
    may: all.map(({ principals, scopes }) => mayBearing(principals, name, scopes)),
  }))
  const steps = workflows.all().flatMap((flow) =>
    Object.entries(flow.transitions).map(([verb, { from, who, inPerson }]) => ({
      trade: calledOf(flow.kind),
      thing: kindName(flow.kind),
      action: verbName(flow.kind, verb),
      states: from.map((state) => stateName(flow.kind, state)).join(', '),
      may: all.map(
        ({ is, scopes }) =>
          who.some(is) &&
          (!scopes ||
            (!inPerson && scopes.includes(scopeOf(flow.kind.split('.')[0] ?? '', 'act')))),
      ),
    })),
  )
  return [...asked, ...steps]
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
