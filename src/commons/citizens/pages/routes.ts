import { PageRoutes } from '#kernel/http'

export const pages = new PageRoutes('/me')
