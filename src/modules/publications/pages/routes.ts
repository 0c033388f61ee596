import { PageRoutes } from '#kernel/http'

/** What is published of a meeting. */
export const pages = new PageRoutes('/deliberations')
