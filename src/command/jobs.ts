import { parseArgs } from 'node:util'
import { formatDateTime, t } from '#kernel/i18n'
import {
  failedJobs,
  hasten,
  letBe,
  reasonInWords,
  sendAgain,
  taskTitle,
  waitingJobs,
} from '#kernel/jobs'
import type { Tenant } from '#kernel/tenancy'
import type { Standing } from '../open.ts'
import { asHouse, authoritiesOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

const options = { authority: { type: 'string' } } as const

/** Says what waits and what failed in the background: of one authority, or of all. */
export async function listJobs(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options })
  await onHouse(async (standing) => {
    for (const authority of await authoritiesOf(standing, values.authority))
      console.log(await asHouse(standing, authority, () => told(authority)))
  })
}

async function told({ name }: Tenant): Promise<string> {
  const failed = (await failedJobs()).map(
    ({ id, task, sender, failed_at, reason }) =>
      `  ${id}  ${taskTitle(task)}, ${sender}, ${formatDateTime(failed_at, 'short')}: ${reasonInWords(reason)}`,
  )
  const waiting = (await waitingJobs()).map(({ task, sender, failures, run_at, begun_at }) => {
    const next = t('background.next', { when: formatDateTime(run_at, 'short') })
    const tried = failures > 0 ? ` ${t('background.tried', { count: failures })}` : ''
    return `  ${taskTitle(task)}, ${sender}, ${begun_at ? t('background.begun') : next}.${tried}`
  })
  return [
    name,
    ` ${t('background.failed')}:`,
    ...(failed.length > 0 ? failed : [`  ${t('background.none_failed')}`]),
    ` ${t('background.waiting')}:`,
    ...(waiting.length > 0 ? waiting : [`  ${t('background.none_waiting')}`]),
  ].join('\n')
}

/** Has a job that failed done again; without an id, tries at once what is put off after failures. */
export async function againJobs(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
  const [id, second] = positionals
  if (second) throw new Usage('Which job? One at a time.')
  await onHouse(async (standing) => {
    if (id) return onOne(standing, values.authority, id, sendAgain, 'background.sent_again')
    for (const authority of await authoritiesOf(standing, values.authority)) {
      const count = await asHouse(standing, authority, hasten)
      console.log(`${authority.name}: ${t('background.hastened', { count })}`)
    }
  })
}

/** Says that a job that failed is no longer wanted. */
export async function leaveJob(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
  const [id, second] = positionals
  if (!id || second) throw new Usage('Which job? One at a time.')
  await onHouse((standing) => onOne(standing, values.authority, id, letBe, 'background.left'))
}

async function onOne(
  standing: Standing,
  slug: string | undefined,
  id: string,
  act: (id: string) => Promise<void>,
  said: 'background.sent_again' | 'background.left',
): Promise<void> {
  for (const authority of await authoritiesOf(standing, slug)) {
    const done = await asHouse(standing, authority, async () => {
      if (!(await failedJobs()).some((one) => one.id === id)) return false
      await act(id)
      return true
    })
    if (done) return console.log(`${authority.name}: ${t(said)}`)
  }
  throw new Refused(`No job ${id} failed.`)
}
