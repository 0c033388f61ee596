import { PublicRoutes } from '#kernel/http'

/** What everybody reads of what organs are to decide, and of what they decided. */
export const open = new PublicRoutes('/decisions')
