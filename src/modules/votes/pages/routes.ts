import { PageRoutes } from '#kernel/http'

/** Below the pages of points and meetings, on which an organ votes. */
export const pages = new PageRoutes('/deliberations')
