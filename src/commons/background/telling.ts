import { z } from 'zod'
import type { Event } from '#kernel/events'
import { eventNamed } from '#kernel/events'
import { t } from '#kernel/i18n'
import { Reason, reasonInWords, taskTitle } from '#kernel/jobs'
import { administrator } from '#commons/directory'
import { tellPeople } from '#commons/notifications'

/** A job was given up. */
export const jobFails = eventNamed('jobs.job.fail')

const Failed = z.object({
  task: z.string(),
  sent_by: z.uuid().nullable(),
  dossier_ids: z.array(z.uuid()),
  reason: Reason,
})

/** Tells who sent a job that failed, and the administrators of the authority. */
export async function tellOfFailures(events: readonly Event[]): Promise<void> {
  for (const { data } of events) {
    const { task, sent_by: sender, dossier_ids, reason } = Failed.parse(data)
    const [dossierId] = dossier_ids
    const about = { task, reason }
    const shown = { href: '/background' }
    if (sender)
      await tellPeople(
        jobFails,
        { principals: [`user:${sender}`] },
        dossierId ? { dossierId } : shown,
        about,
      )
    const administrators = { principals: [administrator.principal], besides: [sender] }
    await tellPeople(jobFails, administrators, shown, about)
  }
}

const About = z.object({ task: z.string(), reason: Reason })

/** How that is said. */
export const told = {
  type: jobFails,
  title: 'background.title' as const,
  words: (about: unknown): string => {
    const { task, reason } = About.parse(about)
    return t('background.failed_because', { what: taskTitle(task), why: reasonInWords(reason) })
  },
}
