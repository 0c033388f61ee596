import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'commons.provisioned': {
      tenant_id: Generated<string>
      person_id: string
      external_id: Generated<string>
      removed_at: Temporal.Instant | null
    }
    'commons.scim_wanted': { tenant_id: Generated<string>; group_id: string; members: string[] }
  }
}
