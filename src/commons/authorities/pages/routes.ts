import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'

export const pages = new PageRoutes('')
/** Reads what stands of authorities, and prepares another. */
export const operates = permission('authorities.operate')
/** Opens one, or gives it host names. */
export const opens = permission('authorities.open')

export const authorityPath = (slug: string) => `/authorities/${slug}`
export const openingPath = (id: string) => `/authority-openings/${id}`
