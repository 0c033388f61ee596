import { RegionRoutes } from '#kernel/http'

/** The portal of all authorities. */
export const ofAll = new RegionRoutes('')
