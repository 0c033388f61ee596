import { PageRoutes } from '#kernel/http'
import { meetingPath } from '#modules/deliberations'

/** Below the pages of meetings. */
export const pages = new PageRoutes('/deliberations')

export const livePath = (meeting: { id: string }) => `${meetingPath(meeting)}/live`
