import { z } from 'zod'
import { bytesFile, jobsFile, type Manifest, rowsFile } from './manifest.ts'

const Row = z.looseObject({ tenant_id: z.string() })
const Tenant = z.looseObject({ id: z.string(), slug: z.string() })
const Job = z.looseObject({
  key: z.string().nullish(),
  payload: z.looseObject({ tenant: z.string() }),
})

/**
 * What of a file of an archive is not of the one authority that the archive names, in words; nothing where all is. Rows, the
 * folder they stand in, files and jobs are asked, those of tables that have no authority too: of these only its own line. `lines`
 * are some of the file, or none yet.
 */
export function strangerIn(
  { authority, tables }: Manifest,
  name: string,
  lines: readonly string[],
): string | null {
  if (!authority) return null
  const [, table = '', folder = ''] = rowsFile.exec(name) ?? []
  const [, owner] = bytesFile.exec(name) ?? []
  if (owner !== undefined) return owner === authority.id ? null : `the file ${name}`
  if (jobsFile.test(name)) return lines.every(isJobOf(authority.id)) ? null : `jobs in ${name}`
  const known = tables.find((one) => one.name === table)
  if (!known) return null // Where it is unknown, the archive is none.
  const isOwn = known.ofAuthority
    ? folder === authority.id && lines.every((line) => rowOf(Row, line)?.tenant_id === folder)
    : folder === '-' && table === 'kernel.tenant' && lines.every(isTenant(authority))
  return isOwn ? null : `rows of ${table} in ${name}`
}

const isTenant =
  ({ id, slug }: { id: string; slug: string }) =>
  (line: string) => {
    const row = rowOf(Tenant, line)
    return row?.id === id && row.slug === slug
  }

/** Of a key that another authority’s job has, it would take that job’s place. */
const isJobOf = (id: string) => (line: string) => {
  const job = rowOf(Job, line)
  return job?.payload.tenant === id && (!job.key || job.key.startsWith(`${id}:`))
}

const rowOf = <S extends z.ZodType>(shape: S, line: string): z.output<S> | undefined =>
  shape.safeParse(JSON.parse(line)).data
