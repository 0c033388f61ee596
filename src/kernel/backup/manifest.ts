import { z } from 'zod'

/** The version of the format; docs/backup.md says what each holds. */
export const format = 1

/** The first file of an archive: what it is, and by what it can be read. */
export const Manifest = z.object({
  format: z.literal(format),
  made_at: z.iso.datetime(),
  /** The authority that it holds; null: the whole house. */
  authority: z.object({ id: z.uuid(), slug: z.string() }).nullable(),
  /** What had been applied to the database. */
  migrations: z.array(z.object({ folder: z.string(), name: z.string(), hash: z.string() })),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), ofAuthority: z.boolean() }),
  ),
})
export type Manifest = z.output<typeof Manifest>

/** The last file: how much there is, so that an archive that lacks any of it is known. */
export const Ending = z.object({
  rows: z.record(z.string(), z.int()),
  jobs: z.int(),
  files: z.int(),
  /** Files whose bytes were lost or damaged already when it was made. */
  lost: z.array(z.object({ authority: z.uuid(), hash: z.string() })),
})
export type Ending = z.output<typeof Ending>

export const manifestFile = 'beffroi.json'
export const endingFile = 'end.json'
/** `rows/commons.dossier/<authority or ->/000001.jsonl.gz` */
export const rowsFile = /^rows\/([\w.]+)\/([0-9a-f-]{36}|-)\/\d+\.jsonl\.gz$/
export const jobsFile = /^jobs\/\d+\.jsonl\.gz$/
export const bytesFile = /^files\/([0-9a-f-]{36})\/([0-9a-f]{64})$/
