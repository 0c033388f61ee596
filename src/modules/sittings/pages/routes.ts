import { PageRoutes } from '#kernel/http'

/** Below the pages of points and meetings, whose sitting it is. */
export const pages = new PageRoutes('/deliberations')
