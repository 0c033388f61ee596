import { z } from 'zod'
import { task, type Timer } from '#kernel/jobs'
import { changingIn, refreshPrincipals } from './bearing.ts'
import { todayHere } from './period.ts'

/** So many days back, in case that the house stood still. */
const back = { days: 7 }

/**
 * As a day begins: what those bear whose functions or roles begin or end is reckoned anew. Midnight in Brussels is at
 * one of these hours in summer, at the other in winter; what is done at the wrong one changes nothing.
 */
export const beginDay: Timer = {
  at: '0 22,23 * * *',
  task: task('directory.begin_day', z.object({}), async () => {
    const today = todayHere()
    for (const id of await changingIn(today.subtract(back), today)) await refreshPrincipals(id)
  }),
}
