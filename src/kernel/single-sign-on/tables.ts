import type { Generated } from 'kysely'

interface Own {
  tenant_id: Generated<string>
  id: Generated<string>
}

interface IdentityProviderTable extends Own {
  name: string
  issuer: string
  client_id: string
  client_secret: Buffer | null
  scopes: string
  subject_claim: SubjectClaim
  acr_values: string
  asks_user_info: boolean
  takes_external_id: Generated<boolean>
  serves: Generated<Serves>
  number_claim: Generated<string>
  position: number
  is_on: Generated<boolean>
  is_only: Generated<boolean>
}

/** Whom a provider knows: who works for the authority, or anybody. */
export type Serves = 'staff' | 'citizens'

/** By which claim a provider names somebody for good; Entra ID calls one `sub` another at each application, and `oid` at all. */
export type SubjectClaim = 'sub' | 'oid'

interface IdentityLinkTable extends Own {
  account_id: string
  issuer: string
  subject: string
  via: LinkedVia
  since: Generated<Temporal.Instant>
  used_at: Generated<Temporal.Instant | null>
}

/** Who made a link. */
export type LinkedVia = 'administrator' | 'import' | 'invitation' | 'scim' | 'self'

interface IdentityRequestTable extends Own {
  provider_id: string
  issuer: string
  subject: string
  called: string
  email: string
  first_at: Generated<Temporal.Instant>
  last_at: Generated<Temporal.Instant>
}

/** What somebody goes to a provider for. */
export type Purpose = 'invitation' | 'leave' | 'link' | 'prove' | 'sign_in' | 'try'

interface WayOutTable extends Own {
  state_hash: Buffer
  provider_id: string
  purpose: Purpose
  browser_hash: Buffer
  code_verifier: string
  nonce: string
  redirect_uri: string
  next: string
  account_id: string | null
  link_hash: Buffer | null
  carried: Buffer | null
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
}

interface ProviderSessionTable {
  tenant_id: Generated<string>
  id: string
  provider_id: string
  subject: string
  sid: string | null
  id_token: Buffer | null
}

interface LogoutTokenTable {
  tenant_id: Generated<string>
  provider_id: string
  jti_hash: Buffer
  expires_at: Temporal.Instant
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.identity_provider': IdentityProviderTable
    'kernel.identity_link': IdentityLinkTable
    'kernel.identity_request': IdentityRequestTable
    'kernel.way_out': WayOutTable
    'kernel.provider_session': ProviderSessionTable
    'kernel.logout_token': LogoutTokenTable
  }
}
