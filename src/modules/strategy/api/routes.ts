import { ApiRoutes } from '#kernel/http'

/** The verbs of a plan in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/strategy')
