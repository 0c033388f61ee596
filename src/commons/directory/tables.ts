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

interface RoleGrantTable extends Own {
  person_id: string
  /** The name of a role, declared today or by an older version. */
  role: string
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
