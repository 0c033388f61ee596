import type { SessionLimits } from '#kernel/auth'
import { whole } from '#commons/records'
import { type Setting, settled } from '#commons/settings'

/** How long somebody stays signed in, in hours; NIST SP 800-63B asks for a day at most. */
export const sessionHours: Setting<number> = {
  name: 'identity.session_hours',
  field: whole(1, 24, {
    label: 'identity.session_hours',
    help: 'identity.session_hours.help',
  }),
  initial: 12,
}

/** How long a sign-in stands that nobody uses, in minutes. */
export const idleMinutes: Setting<number> = {
  name: 'identity.idle_minutes',
  field: whole(5, 480, {
    label: 'identity.idle_minutes',
    help: 'identity.idle_minutes.help',
  }),
  initial: 120,
}

/** How long sessions last, as the authority decides. */
export const limits = async (): Promise<SessionLimits> => ({
  hours: await settled(sessionHours),
  idleMinutes: await settled(idleMinutes),
})
