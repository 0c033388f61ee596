import { Invalid } from '#kernel/errors'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** The words of a role, which are messages of the folder that declares it. */
interface RoleWords {
  /** Beside the name of a person: « secrétariat ». */
  readonly called: MessageKey
  /** Among those who see a dossier: « le secrétariat », « les conseillers ». */
  readonly sees: MessageKey
  /** Among those for whom a step is: « le directeur général ». */
  readonly does: MessageKey
}

/** What a person is in the whole authority (rôle): declared in the folder of the trade that needs it. */
export interface Role extends RoleWords {
  /** `secretariat`: rows keep it, so that it never changes. */
  readonly name: string
  /** What readers and the inbox name: `role:secretariat`. */
  readonly principal: `role:${string}`
  /** It is of a person who decides or administers (fonction personnelle): no program is given it. */
  readonly inPerson?: true
  /** What its holders are besides: the secretariat are agents. */
  readonly also: readonly Role[]
}

/** The roles that one can have in this house, put there by those who declare them. */
export const roles = slot<Role>('roles')

/** Declares a role; it is granted once it stands in `roles`. */
export function declareRole(
  name: string,
  words: RoleWords,
  also: readonly Role[] = [],
  { inPerson }: Pick<Role, 'inPerson'> = {},
): Role {
  return { name, principal: `role:${name}`, also, ...words, ...(inPerson && { inPerson }) }
}

/** Whether a role, or one that its holders have besides, is a person's own. */
export const isPersonal = ({ inPerson, also }: Role): boolean =>
  inPerson === true || also.some(isPersonal)

/** What is wrong with the roles of a house: two that bear one name, which rows could not tell apart. */
export function checkRoles(declared: readonly Role[]): string[] {
  const names = [...new Set(declared)].map(({ name }) => name)
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => `Two folders declare a role ${name}`)
}

/** The role of a name. Throws `Invalid` where no folder of this house declares it. */
export function roleNamed(name: string): Role {
  const found = roles.all().find((one) => one.name === name)
  if (!found) throw Invalid.field('role', 'directory.role_unknown', { name })
  return found
}

/** What those who hold a role bear: its principal, and those of what they are besides. */
export const borneBy = ({ principal, also }: Role): string[] => [
  principal,
  ...also.flatMap(borneBy),
]

/** How a principal is said among those who see a dossier, where it is one of a role, declared or not. */
export function readersCalled(principal: string): string | undefined {
  return said(principal, ({ sees }) => sees)
}

/** What says most of somebody, by what they bear: a role, and not that of every agent. */
export function titleOf(principals: readonly string[]): string | undefined {
  const telling = roles.all().filter((one) => one !== agent && principals.includes(one.principal))
  const known: string[] = roles.every().map(({ principal }) => principal)
  const others = principals.filter((one) => one.startsWith('role:') && !known.includes(one))
  const [first] = [...telling.map(({ principal }) => principal), ...others]
  return first && said(first, ({ called }) => called)
}

/** A role that an older version of the house declared keeps its rows, and is said to be unknown. */
function said(principal: string, words: (role: Role) => MessageKey): string | undefined {
  if (!principal.startsWith('role:')) return undefined
  const found = roles.every().find((one) => one.principal === principal)
  return found
    ? t(words(found))
    : t('directory.role_unknown', { name: principal.slice('role:'.length) })
}

/** Works for the authority. */
export const agent = declareRole('agent', {
  called: 'directory.agent',
  sees: 'directory.agent.sees',
  does: 'directory.agent.does',
})

/** The head of the administration (directeur général). */
export const directorGeneral = declareRole(
  'director_general',
  {
    called: 'directory.director_general',
    sees: 'directory.director_general.sees',
    does: 'directory.director_general.does',
  },
  [],
  { inPerson: true },
)

/** The mayor (bourgmestre). */
export const mayor = declareRole(
  'mayor',
  {
    called: 'directory.mayor',
    sees: 'directory.mayor.sees',
    does: 'directory.mayor.does',
  },
  [],
  { inPerson: true },
)

/** A member of a council (conseiller). */
export const councillor = declareRole(
  'councillor',
  {
    called: 'directory.councillor',
    sees: 'directory.councillor.sees',
    does: 'directory.councillor.does',
  },
  [],
  { inPerson: true },
)

/** Administers the installation of an authority (gestion). */
export const administrator = declareRole(
  'administrator',
  {
    called: 'directory.administrator',
    sees: 'directory.administrator.sees',
    does: 'directory.administrator.does',
  },
  [],
  { inPerson: true },
)

/** Watches over personal data (délégué à la protection des données, DPO). GDPR art. 37. */
export const dataProtectionOfficer = declareRole(
  'data_protection_officer',
  {
    called: 'directory.data_protection_officer',
    sees: 'directory.data_protection_officer.sees',
    does: 'directory.data_protection_officer.does',
  },
  [agent],
  { inPerson: true },
)

/** The functions that every authority knows, whatever its trades. */
export const generalRoles = [
  agent,
  directorGeneral,
  mayor,
  councillor,
  administrator,
  dataProtectionOfficer,
]
