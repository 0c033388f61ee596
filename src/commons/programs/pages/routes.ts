import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'

export const pages = new PageRoutes('/programs')
export const keeps = permission('programs.keep')
export const programPath = (id: string) => `/programs/${id}`
