import { PageRoutes } from '#kernel/http'

/** The minutes of meetings and their papers. */
export const pages = new PageRoutes('/deliberations')
