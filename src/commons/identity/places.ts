import type { Child } from 'hono/jsx'
import { slot } from '#kernel/module'

/** What other folders add to the page where somebody looks after their own access. */
export const securityCards = slot<{ Card: () => Child }>('securityCards')

/** How whoever was invited comes in otherwise than by a password; `token` is that of the invitation. */
export const invitedWays = slot<{ Way: (props: { token: string }) => Child }>('invitedWays')
