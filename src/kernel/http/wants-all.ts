import type { Call } from './routes.ts'

/** Whether the page shows all of a list that it cuts otherwise: `?all=history`. */
export const wantsAll = (c: Call, what: string): boolean => c.req.query('all') === what
