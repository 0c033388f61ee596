import type { Generated } from 'kysely'
import type { FileHash } from '#kernel/files'
import type { Besides } from '#commons/pseudonymisation'
import type { FoundWords } from '#modules/publications'

declare module '#kernel/db' {
  interface Tables {
    'regulations.entry': {
      tenant_id: Generated<string>
      slug: string
      hash: string
      nature: string
      type: string | null
      matter: string | null
      body: string
      title: string
      published_on: Temporal.PlainDate
      published_at: Temporal.Instant
      in_force_on: Temporal.PlainDate | null
      expires_on: Temporal.PlainDate | null
      archived_on: Temporal.PlainDate | null
    }
    'regulations.chain': {
      tenant_id: Generated<string>
      new_slug: string
      old_slug: string
      whole: boolean
      note: string
      holds_on: Temporal.PlainDate | null
    }
    'regulations.reading': {
      tenant_id: Generated<string>
      posting_id: string
      fingerprint: string
      found: FoundWords[]
      too_long: boolean
    }
    'regulations.looked': {
      tenant_id: Generated<string>
      posting_id: string
      edition: string
      looked_by: string
      looked_name: string
      looked_at: Temporal.Instant
    }
    'regulations.pdf': {
      tenant_id: Generated<string>
      hash: string
      holds: Besides | null
    }
    'regulations.proof': {
      tenant_id: Generated<string>
      hash: string
      posting_id: string
      held_back_at: Generated<Temporal.Instant | null>
      wanted: boolean
      manifest: Buffer | null
      token: Buffer | null
      stamped_at: Temporal.Instant | null
      stamped_by: string | null
      tries: Generated<number>
      last_failure: unknown
      next_try_at: Generated<Temporal.Instant>
      asked_at: Generated<Temporal.Instant>
    }
    'regulations.proof_file': {
      tenant_id: Generated<string>
      hash: string
      position: number
      file_name: string
      type: string
      file: FileHash
    }
  }
}
