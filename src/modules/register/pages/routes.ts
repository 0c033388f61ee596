import { PageRoutes } from '#kernel/http'

/** The register of deliberations. */
export const pages = new PageRoutes('/deliberations')
