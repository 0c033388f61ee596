import { sql } from 'kysely'
import { type TenantId, db } from '#kernel/db'
import { areFilesReached } from '#kernel/files'
import { said } from '#kernel/i18n'
import { lateness } from '#kernel/jobs'
import { tenant } from '#kernel/tenancy'

/** What people count on and what does not go on, as the house feels it by itself. */
export const ailments = {
  database: said('pages.status.ails.database'),
  jobs: said('pages.status.ails.jobs'),
  mail: said('pages.status.ails.mail'),
  files: said('pages.status.ails.files'),
} as const
export type Ailment = keyof typeof ailments

/** In seconds: what a person would notice. */
const noticed = { answer: 1, job: 300, mail: 600 }

/** In milliseconds: anybody may ask, and the database is asked once meanwhile. */
const believed = 10_000
const known = new Map<TenantId, { until: number; found: readonly Ailment[] }>()

/** What does not go on for the authority now. */
export async function ailing(): Promise<readonly Ailment[]> {
  const { id } = tenant()
  const kept = known.get(id)
  const now = performance.now()
  if (kept && kept.until > now) return kept.found
  const found = await looked()
  known.set(id, { until: now + believed, found })
  return found
}

async function looked(): Promise<Ailment[]> {
  const began = performance.now()
  const { waits, putOff } = await lateness('mail.deliver')
  const failing = putOff > 0 && !(await isMailTaken())
  const took = (performance.now() - began) / 1000
  const reached = await areFilesReached()
  return [
    ...(took > noticed.answer ? ['database' as const] : []),
    ...(waits > noticed.job ? ['jobs' as const] : []),
    ...(failing ? ['mail' as const] : []),
    ...(reached ? [] : ['files' as const]),
  ]
}

/** Whether the server for mail took something lately: one message that is put off is the matter of its receiver. */
async function isMailTaken(): Promise<boolean> {
  const { rows } = await sql<{ so: boolean }>`select exists (select from kernel.mail
    where state = 'sent' and done_at > now() - make_interval(secs => ${noticed.mail})) as so`.execute(
    db(),
  )
  return rows[0]?.so ?? false
}
