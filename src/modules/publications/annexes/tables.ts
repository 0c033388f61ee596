import type { Generated } from 'kysely'
import type { FileHash } from '#kernel/files'
import type { FoundInFile } from '#commons/pseudonymisation'

/** Why a file cannot leave as it is. */
export const refusals = [
  ...(['encrypted', 'damaged', 'pages', 'text', 'heavy', 'kind', 'picture', 'fault'] as const),
]
export type FileRefusal = (typeof refusals)[number]

interface FileTable {
  tenant_id: Generated<string>
  annex_id: string
  source_hash: FileHash
  state: Generated<'reading' | 'asks' | 'making' | 'ready' | 'refused'>
  refusal: FileRefusal | null
  pages: Generated<number>
  unread: Generated<number[]>
  unseen: Generated<number>
  found: Generated<FoundInFile[]>
  /** Places in `found`. */
  masked: Generated<number[]>
  words: Generated<string[]>
  /** Of these, those that stand nowhere in it: it is not made. */
  nowhere: Generated<string[]>
  title: Generated<string>
  looked: Generated<boolean>
  /** What its bytes say that its title is; null of what says none. */
  made_title: string | null
  judged_by: string | null
  judged_at: Temporal.Instant | null
  hash: FileHash | null
  preview: FileHash | null
  type: string | null
  size: number | null
}

declare module '#kernel/db' {
  interface Tables {
    'publications.file': FileTable
  }
}
