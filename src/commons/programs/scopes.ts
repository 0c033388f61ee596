import {
  actAs,
  type ActorId,
  anonymous,
  type Doing,
  isForPeople,
  may,
  openToAll,
  type Permission,
  scopeOf,
} from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { knownMessage, t } from '#kernel/i18n'
import { isOn, modulesOfHouse, tradeOf } from '#kernel/module'
import type { Route } from '#kernel/http'
import { searchApi } from '#kernel/pages'
import { borneBy, isPersonal, type Role, roles } from '#commons/directory'

/** A trade, or a folder of what all share, in which programs can do something. */
export interface ScopedFolder {
  /** As scopes name it: `deliberations`. */
  readonly name: string
  readonly label: string
  /** What its API offers to programs. */
  readonly doings: readonly Doing[]
}

const doingOf = ({ method }: Route): Doing => (method === 'get' ? 'read' : 'act')

/** What each folder offers to programs, by the routes of the house that stands: what no route asks for is no scope. */
export function scopedFolders(): ScopedFolder[] {
  const standing = modulesOfHouse().filter(({ name }) => isOn(name))
  const found = new Map<string, Set<Doing>>()
  const routes = [
    ...searchApi.list,
    ...standing.flatMap(({ api, protocols }) =>
      [api, protocols].flat().flatMap((some) => some?.list ?? []),
    ),
  ]
  for (const route of routes) {
    const { permission: asked } = route
    if (!asked || asked === openToAll || isForPeople(asked) || !someProgramMay(asked)) continue
    const [name = ''] = scopeOf(asked.name.split('.')[0] ?? '', 'read').split(':')
    found.set(name, (found.get(name) ?? new Set()).add(doingOf(route)))
  }
  return [...found]
    .map(([name, doings]) => ({ name, label: labelOf(name), doings: [...doings].toSorted() }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

/** Whether a program could be let in here, had it all that a program can be given: what is an administrator’s is no scope. */
function someProgramMay(asked: Permission): boolean {
  const [folder = ''] = asked.name.split('.')
  const mightiest = {
    ...{ ...anonymous, id: nobodysId },
    principals: [...rolesForPrograms().flatMap(borneBy), ...ofSomeService],
    scopes: [scopeOf(folder, 'read'), scopeOf(folder, 'act')],
  }
  return actAs(mightiest, () => may(asked))
}

/** What whoever works in a service bears. */
const ofSomeService = ['service:any', 'service:any:editor', 'service:any:head']
const nobodysId = '00000000-0000-7000-8000-000000000000' as ActorId // No account has it.

/** What a folder is called: a trade by its title, another by that of its page. */
function labelOf(name: string): string {
  const found = modulesOfHouse().find((one) => one.name === name && tradeOf(one) === name)
  if (found?.nature === 'trade') return t(found.title)
  const key = knownMessage(`programs.folder.${name}`) ?? knownMessage(`${name}.title`)
  return key ? t(key) : name
}

/** The scopes that one can give. */
export const scopes = (): string[] =>
  scopedFolders().flatMap(({ name, doings }) => doings.map((doing) => `${name}:${doing}`))

/** A scope in words: « Délibérations : lire ». */
export function scopeInWords(scope: string): string {
  const [name = '', doing] = scope.split(':')
  return t(doing === 'act' ? 'programs.may_act' : 'programs.may_read', { folder: labelOf(name) })
}

/** What is given with it: who may act may read what that is about. */
export function wholeScopes(given: readonly string[]): string[] {
  const known = new Set(scopes())
  const unknown = given.find((one) => !known.has(one))
  if (unknown !== undefined)
    throw Invalid.field('scopes', 'programs.scope_unknown', { scope: unknown })
  const read = given.map((one) => one.replace(/:act$/, ':read')).filter((one) => known.has(one))
  return [...new Set([...given, ...read])].toSorted()
}

/** The roles that a program can bear: none that is a person's own, as that of the mayor or of an administrator. */
export const rolesForPrograms = (): Role[] => roles.all().filter((role) => !isPersonal(role))
