import type { Generated } from 'kysely'
import type { FileHash } from '#kernel/files'

interface AnnexTable {
  tenant_id: Generated<string>
  id: Generated<string>
  dossier_id: string
  title: string
  file_name: string
  content_type: string
  hash: FileHash
  size: number
  added_at: Generated<Temporal.Instant>
  removed_at: Temporal.Instant | null
  /** What the virus scanner said of it. */
  scan: Generated<'waiting' | 'clean' | 'infected'>
  /** Whether its words were read for the search. */
  words: Generated<'waiting' | 'read' | 'no_text' | 'unreadable'>
}

declare module '#kernel/db' {
  interface Tables {
    'commons.annex': AnnexTable
  }
}
