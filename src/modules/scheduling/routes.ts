import { ApiRoutes, PageRoutes } from '#kernel/http'

/** Below the addresses of points and meetings. */
export const pages = new PageRoutes('/deliberations')
export const api = new ApiRoutes('/deliberations')
