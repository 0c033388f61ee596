import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'

export const pages = new PageRoutes('')
/** Keeps people, services and what they hold. */
export const keeps = permission('people.keep')
