import type { Generated } from 'kysely'

interface Own {
  tenant_id: Generated<string>
}

interface ServiceTable extends Own {
  id: Generated<string>
  name: string
  position: Generated<number>
  parent_id: Generated<string | null>
  closed_on: Generated<Temporal.PlainDate | null>
}

interface PersonTable extends Own {
  id: Generated<string>
  civility: Generated<'' | 'mr' | 'mrs'>
  first_name: string
  last_name: string
}

/** What a person does in a service (fonction). */
export type ServiceFunction = 'editor' | 'head' | 'observer'

interface MembershipTable extends Own {
  service_id: string
  person_id: string
  function: ServiceFunction
}

/** What a person is in the whole authority. */
export const roles = [
  'agent',
  'secretariat',
  'director_general',
  'coordinator',
  'mayor',
  'councillor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

interface RoleGrantTable extends Own {
  person_id: string
  role: Role
}

interface MandateTable extends Own {
  id: Generated<string>
  person_id: string
  title: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.service': ServiceTable
    'commons.person': PersonTable
    'commons.membership': MembershipTable
    'commons.role_grant': RoleGrantTable
    'commons.mandate': MandateTable
  }
}
