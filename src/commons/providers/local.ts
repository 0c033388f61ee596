import { bearsOf, type LocalWays } from '#kernel/auth'
import { isOneOnly } from '#kernel/single-sign-on'
import { administrator, agent } from '#commons/directory'

/**
 * Where a provider is the one way in, agents come in by no password and no key of the house. Administrators do, for the day
 * on which the provider is down; elected people do, whom the provider of the staff seldom knows.
 */
export const shutWays: LocalWays = {
  areShutTo: async (accountId) => {
    if (!(await isOneOnly())) return false
    const bears = await bearsOf(accountId)
    return bears.includes(agent.principal) && !bears.includes(administrator.principal)
  },
  standBack: isOneOnly,
}
