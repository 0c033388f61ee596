import { AsyncLocalStorage } from 'node:async_hooks'
import { Forbidden } from '#kernel/errors'
import { type Assurance, type Hat, isOutsideHat } from './hat.ts'

/** The id of an account, which is the id of the person who signs in with it. */
export type ActorId = string & { readonly actor: unique symbol }

/**
 * Who acts. Principals are what may be named as a reader or a doer: `user:<id>`, `role:secretariat`,
 * `service:<id>`, `service:<id>:head`, `organ:<id>`.
 */
export interface Actor {
  readonly id: ActorId | null
  readonly name: string
  readonly principals: readonly string[]
  /** The trades that they pinned in the rail, by address. */
  readonly pinned?: readonly string[]
  /** The administrator who sees the house as this person, and acts in nothing (« voir comme »). */
  readonly seenBy?: {
    readonly id: ActorId
    readonly name: string
    readonly until: Temporal.Instant
  }
  /** When they last proved who they are, by what lets them in. */
  readonly provenAt?: Temporal.Instant
  /** In what capacity they act, where that is to be said; all that they have besides. */
  readonly hat?: Hat
  readonly hats?: readonly Hat[]
  /** How surely it is known who they are, where a public service said it as they came in. */
  readonly assurance?: Assurance
  /** It is a program (compte de service), and does no more than these: `deliberations:read`. People have none. */
  readonly scopes?: readonly string[]
}

/** Nobody has signed in. */
export const anonymous: Actor = { id: null, name: '', principals: [] }

/** The house itself: imports by an operator, jobs, seeds. It may read and do everything. */
export const system: Actor = { id: null, name: 'Beffroi', principals: ['system'] }

const current = new AsyncLocalStorage<Actor>()

/** Runs `work` on behalf of somebody. */
export function actAs<T>(who: Actor, work: () => T): T {
  return current.run(who, work)
}

/** Who acts in the current request or job. */
export function actor(): Actor {
  return current.getStore() ?? anonymous
}

/** Whether the one who acts bears this principal; the house itself bears them all. */
export function bears(principal: string, who: Actor = actor()): boolean {
  return who.principals.includes(principal) || isSystem(who)
}

/** Whether a program acts: nobody is there who could vote, sign or prove who they are. */
export const isProgram = (who: Actor = actor()): boolean => who.scopes !== undefined

/** Whether somebody acts from outside the authority, as a citizen or for an organisation. */
export const isOutside = (who: Actor = actor()): boolean =>
  who.hat !== undefined && isOutsideHat(who.hat)

/** Whether the house itself acts. */
export function isSystem(who: Actor = actor()): boolean {
  return who.principals.includes('system')
}

/**
 * Says whether somebody may do something: without a subject, whether they may ever do it; with one,
 * whether they may do it to that very thing.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each permission names the type of its subject
export type Policy<S = any> = (who: Actor, subject?: S) => boolean

const everyone: Policy = () => true
export const signedIn: Policy = (who) => who.id !== null || isSystem(who)
/** Allows those who hold one of these roles in the authority, as the house declares them. */
export const role =
  (...roles: readonly { readonly principal: string }[]): Policy =>
  (who) =>
    roles.some(({ principal }) => bears(principal, who))

const policies = new Map<string, Policy>([
  ['kernel.public', everyone],
  ['kernel.whoever', everyone],
  ['kernel.signed_in', signedIn],
  ['kernel.search', signedIn],
  ['kernel.prove', signedIn],
  ['kernel.own_access', signedIn],
])

/** A permission by its full name: `deliberations.meeting.freeze`. Only `permission` makes one. */
export interface Permission {
  readonly name: string & { readonly permission: unique symbol }
}

/** The permissions that anything asks for. */
const named = new Map<string, Permission>()
/** The folders of the house that stands. */
const standing = new Set<string>()
const folderOf = (name: string) => name.split('.')[0] ?? ''

/** The trade of each folder that has one: what a program may do is said by trade. */
const trades = new Map<string, string>()

/** Adds the permissions of a folder, each with its policy; done once, at import. */
export function addPermissions(folder: string, own: Record<string, Policy>, trade = folder): void {
  trades.set(folder, trade)
  for (const [name, policy] of Object.entries(own)) policies.set(`${folder}.${name}`, policy)
}

/**
 * Names a permission, to be given to a route, a link, a tab or `may`. Named where a file is loaded, so that
 * the house that stands knows all that is asked for. Throws where one of its folders is late.
 */
export function permission(name: string): Permission {
  const known = named.get(name)
  if (known) return known
  if (standing.has(folderOf(name)))
    throw new Error(`The permission ${name} is named late: name it where its file is loaded`)
  const made = { name: name as Permission['name'] } // The brand says that it was named here.
  named.set(name, made)
  return made
}

/** What is done under a permission: routes that only read, or those that act. */
export type Doing = 'act' | 'read'
const proving = new Map<string, ReadonlySet<Doing>>()

/**
 * What is done under this permission is dangerous: whoever acts proves anew who they are (confirmation d’identité), where
 * that was longer ago than ten minutes. It is asked for acts alone unless `reading` says that it is for reading too.
 */
export function stepUp(of: Permission, { reading = false } = {}): Permission {
  proving.set(of.name, new Set<Doing>(reading ? ['act', 'read'] : ['act']))
  return of
}

/** Whether who acts under a permission is to prove who they are. */
export const needsProof = ({ name }: Permission, doing: Doing): boolean =>
  proving.get(name)?.has(doing) ?? false

const personal = new Set<string>()

/** What is done under this permission is done by people alone (acte personnel): no program ever has it. */
export function inPerson(of: Permission): Permission {
  personal.add(of.name)
  return of
}

/** Whether people alone have it: it is marked so, or asks for proof of who they are, which no program can give. */
export const isForPeople = ({ name }: Permission): boolean =>
  personal.has(name) || proving.has(name)

/** Throws `Forbidden` where a program acts: for what people alone do, whatever door leads to it. */
export function ensureInPerson(): void {
  if (isProgram()) throw new Forbidden('errors.in_person')
}

/** What a program needs to do something in a folder: `deliberations:read`. */
export const scopeOf = (folder: string, doing: Doing): string =>
  `${trades.get(folder) ?? folder}:${doing}`

/** Whether the one who acts may do anything of the kind in a folder; people may, by what they bear. */
export const isWithin = (folder: string, doing: Doing, who: Actor = actor()): boolean =>
  who.scopes?.includes(scopeOf(folder, doing)) ?? true

/** Throws `Forbidden` where a program acts in a folder that it was not given. */
export function ensureWithin(folder: string, doing: Doing): void {
  if (!isWithin(folder, doing)) throw new Forbidden('errors.out_of_scope')
}

const open = new Set<string>()

/** Who acts from outside the authority may have this permission, by its policy: of all others they have none. */
export function outward(of: Permission): Permission {
  open.add(of.name)
  return of
}

const alone = new Set<string>()

/** What is done or read under this permission is the person’s own: nobody does who sees the house as they do. */
export function theirOwn(of: Permission): Permission {
  alone.add(of.name)
  return of
}

/** Whether only the person themself may, and nobody who sees the house as they do. */
export const isTheirOwn = ({ name }: Permission): boolean => alone.has(name)

/** Everybody, signed in or not. */
export const openToAll = permission('kernel.public')
export const forSignedIn = inPerson(permission('kernel.signed_in'))
export const forSearch = permission('kernel.search')
/** Whoever has signed in, in whatever capacity, for what is of their own access. */
export const forOwnAccess = outward(inPerson(permission('kernel.own_access')))
/** Whoever has signed in, and proves anew who they are. */
export const forProven = outward(stepUp(permission('kernel.prove'), { reading: true }))

/** Whoever is at this browser, who sees the house as somebody else too: to stop that, or to go. */
export const forWhoeverIsHere = permission('kernel.whoever')

/** Whether somebody who has not signed in may. */
export const isOpen = (of: Permission | undefined): boolean =>
  of === openToAll || of === forWhoeverIsHere

/**
 * Closes the list of what is asked for in these folders: their house stands. Returns the names that no
 * policy answers.
 */
export function closePermissions(folders: readonly string[]): string[] {
  for (const folder of folders) standing.add(folder)
  return namedPermissions().filter(
    (name) => folders.includes(folderOf(name)) && !policies.has(name),
  )
}

/** The names of all that is asked for. */
export const namedPermissions = (): string[] => [...named.keys()]

export function hasPolicy({ name }: Permission): boolean {
  return policies.has(name)
}

/** Whether the one who acts has a permission, in general or on one thing. */
export function may(of: Permission, subject?: unknown): boolean {
  const { name } = of
  const policy = policies.get(name)
  if (!policy) throw new Error(`The permission ${name} has no policy`)
  if (isOutside() && !isOpen(of) && !open.has(name)) return false
  return (programMay(of, 'read') || programMay(of, 'act')) && policy(actor(), subject)
}

/** The same, of a route that reads or acts: a program that may read may not act for that. */
export const mayBy = (of: Permission, doing: Doing): boolean => programMay(of, doing) && may(of)

/** Whether a program was given what it takes; to people it is all the same. */
function programMay(of: Permission, doing: Doing): boolean {
  if (!isProgram() || of === openToAll) return true
  return !isForPeople(of) && isWithin(folderOf(of.name), doing)
}

export { type Assurance, type Hat, isOutsideHat } from './hat.ts'
export { permissionKey, permissionWords } from './words.ts'
