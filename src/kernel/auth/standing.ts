import { slot } from '#kernel/module'

/**
 * Brings what a person bears up to date as they come in, and with their first request of a day: offices begin and
 * end with their dates.
 */
export const beforeSession = slot<(personId: string) => Promise<void>>('before-session')

/** Has it done by all who put something there. */
export async function bringUpToDate(personId: string): Promise<void> {
  for (const refresh of beforeSession.all()) await refresh(personId)
}
