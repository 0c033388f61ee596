import type { NewPerson } from './person.ts'
import { addPerson } from './person.ts'
import { addService } from './service.ts'
import { slot } from '#kernel/module'
import { type Role, administrator, agent, councillor, directorGeneral, mayor } from './role.ts'
import type { ServiceFunction } from './tables.ts'

/** The password of all fictional people; an operator's own authorities never have it. */
export const demonstrationPassword = 'beffroi'

/** Where somebody invented is written to: at a domain that nobody can have (RFC 2606). */
export const fictionalAddress = (name: string) => `${name}@beauval.example`

/** Somebody invented, with whose account a newcomer tries the house. */
export interface Fictional {
  login: string
  /** What a newcomer reads beside the login. */
  is: string
  civility: 'mr' | 'mrs'
  firstName: string
  lastName: string
  roles: readonly Role[]
  works?: readonly { in: string; as: ServiceFunction }[]
  title?: string
}

/** The people of a fictional authority who sign in: each trade adds those whom it needs. */
export const fictionalPeople = slot<Fictional>('fictionalPeople')

/** Those whom every trade meets; all are invented. */
export const generalPeople: readonly Fictional[] = [
  {
    login: 'agent',
    is: 'Tom Delisse, agent of the works service: writes points',
    civility: 'mr',
    firstName: 'Tom',
    lastName: 'Delisse',
    roles: [agent],
    works: [{ in: 'Travaux', as: 'editor' }],
  },
  {
    login: 'head',
    is: 'Nadia Corbeau, head of the works service: validates them',
    civility: 'mrs',
    firstName: 'Nadia',
    lastName: 'Corbeau',
    roles: [agent],
    works: [{ in: 'Travaux', as: 'head' }],
  },
  {
    login: 'dg',
    is: 'Paul Vasteels, director general: validates last, keeps the minutes',
    civility: 'mr',
    firstName: 'Paul',
    lastName: 'Vasteels',
    roles: [agent, directorGeneral],
    title: 'Directeur général',
  },
  {
    login: 'mayor',
    is: 'Claire Montfort, mayor: presides',
    civility: 'mrs',
    firstName: 'Claire',
    lastName: 'Montfort',
    roles: [mayor, councillor],
    title: 'Bourgmestre',
  },
  {
    login: 'councillor',
    is: 'Hugo Larivière, councillor: reads and votes',
    civility: 'mr',
    firstName: 'Hugo',
    lastName: 'Larivière',
    roles: [councillor],
    title: 'Conseiller communal',
  },
  {
    login: 'administrator',
    is: 'Bastien Orval, administrator: switches trades, decides settings, keeps lists',
    civility: 'mr',
    firstName: 'Bastien',
    lastName: 'Orval',
    roles: [agent, administrator],
  },
]

const serviceNames: Record<string, readonly string[]> = {
  beauval: [
    'Secrétariat',
    'Finances',
    'Travaux',
    'Urbanisme',
    'Enseignement',
    'Personnel',
    'Coordination',
  ],
  'cpas-beauval': ['Secrétariat', 'Service social', 'Maison de repos'],
}

/** Fills the directory of a fictional authority: services and people with their accounts. */
export async function seeds(slug: string): Promise<void> {
  const serviceIds = new Map<string, string>()
  for (const name of serviceNames[slug] ?? []) {
    const { id } = await addService(name)
    serviceIds.set(name, id)
  }
  for (const person of fictionalPeople.all()) await addPerson(asNew(person, serviceIds))
}

function asNew(person: Fictional, serviceIds: ReadonlyMap<string, string>): NewPerson {
  const { login, civility, firstName, lastName, roles, works = [], title } = person
  const memberships = works.flatMap((work) => {
    const serviceId = serviceIds.get(work.in)
    return serviceId ? [{ serviceId, function: work.as }] : []
  })
  return {
    civility,
    firstName,
    lastName,
    email: fictionalAddress(login),
    roles,
    memberships,
    ...(title && {
      mandate: {
        title,
        validFrom: Temporal.PlainDate.from('2018-12-03'),
      },
    }),
    account: {
      login,
      password: demonstrationPassword,
    },
  }
}
