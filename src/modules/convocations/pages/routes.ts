import { PageRoutes } from '#kernel/http'

/** The convocation of a meeting, a tab of its page. */
export const pages = new PageRoutes('/deliberations')
