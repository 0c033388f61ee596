import { z } from 'zod'
import { accountIds } from '#kernel/auth'
import { task } from '#kernel/jobs'
import { refreshPrincipals } from '#commons/directory'

/**
 * Once a trade was switched: what everybody bears by it, as the members of its organs do, is theirs
 * without signing in anew, or no more.
 */
export const bringUpToDate = task('trades.bring_up_to_date', z.object({}), async () => {
  for (const id of await accountIds()) await refreshPrincipals(id)
})
