import { PageRoutes } from '#kernel/http'

/** Certified extracts. */
export const pages = new PageRoutes('/deliberations')
