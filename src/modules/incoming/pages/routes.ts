import { PageRoutes } from '#kernel/http'

/** What other software told, for whoever publishes it. */
export const pages = new PageRoutes('/incoming')
