import type { Generated } from 'kysely'
import type { ServiceFunction } from '#commons/directory'

interface ClaimRuleTable {
  tenant_id: Generated<string>
  id: Generated<string>
  provider_id: string
  claim: string
  value: string
  role: string | null
  service_id: string | null
  function: ServiceFunction | null
}

interface ProvidedOfficeTable {
  tenant_id: Generated<string>
  id: Generated<string>
  provider_id: string
  role_grant_id: string | null
  membership_id: string | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.claim_rule': ClaimRuleTable
    'commons.provided_office': ProvidedOfficeTable
  }
}
