import type { Generated } from 'kysely'

interface Own {
  tenant_id: Generated<string>
}

interface ServiceTable extends Own {
  id: Generated<string>
  name: string
  position: Generated<number>
  parent_id: Generated<string | null>
  opened_on: Generated<Temporal.PlainDate | null>
  closed_on: Generated<Temporal.PlainDate | null>
  /** Which service goes on in its place. */
  successor_id: Generated<string | null>
}

/** What a service was called before. */
interface ServicePastNameTable extends Own {
  id: Generated<string>
  service_id: string
  called: string
  valid_from: Temporal.PlainDate | null
  /** The first day of the next name. */
  valid_to: Temporal.PlainDate
}

interface PersonTable extends Own {
  id: Generated<string>
  civility: Generated<'' | 'mr' | 'mrs'>
  first_name: string
  last_name: string
  email: Generated<string>
  /** What the personnel office calls them (matricule). */
  external_id: Generated<string>
  /** The first day on which they are no longer there. */
  leaves_on: Generated<Temporal.PlainDate | null>
  /** Who takes over what waits for them. */
  heir_id: Generated<string | null>
  /** When all of it was ended. */
  left_at: Generated<Temporal.Instant | null>
  /** It was one person twice: this one is the other. */
  merged_into: Generated<string | null>
}

/** What a person does in a service (fonction). */
export type ServiceFunction = 'editor' | 'head' | 'observer'

/** How it is held: as one’s own, in the place of somebody (faisant fonction), handed on by its holder (délégation). */
export type Held = 'own' | 'acting' | 'delegated'

interface Dated extends Own {
  id: Generated<string>
  person_id: string
  valid_from: Generated<Temporal.PlainDate | null>
  /** The first day on which it no longer holds. */
  valid_to: Generated<Temporal.PlainDate | null>
  held: Generated<Held>
  /** Whose it is, where it is not their own. */
  for_id: Generated<string | null>
}

interface MembershipTable extends Dated {
  service_id: string
  function: ServiceFunction
}

interface RoleGrantTable extends Dated {
  /** The name of a role, declared today or by an older version. */
  role: string
}

interface MandateTable extends Omit<Dated, 'valid_from' | 'held'> {
  title: string
  valid_from: Temporal.PlainDate
  held: Generated<Exclude<Held, 'delegated'>>
}

declare module '#kernel/db' {
  interface Tables {
    'commons.service': ServiceTable
    'commons.service_past_name': ServicePastNameTable
    'commons.person': PersonTable
    'commons.membership': MembershipTable
    'commons.role_grant': RoleGrantTable
    'commons.mandate': MandateTable
  }
}
