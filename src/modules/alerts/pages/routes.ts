import { PageRoutes } from '#kernel/http'

/** Where citizens ask to be told, and end it; nobody signs in for that. */
export const pages = new PageRoutes('/alerts')
