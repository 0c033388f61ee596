import { ApiRoutes } from '#kernel/http'

/** The verbs of the sitting in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/deliberations')
