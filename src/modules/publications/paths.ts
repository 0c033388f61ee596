import { meetingPath } from '#modules/deliberations'

/** Where it is shown and done what everybody reads of a meeting. */
export const publicationPath = (meeting: { id: string }): string =>
  `${meetingPath(meeting)}/publication`

/** Where somebody says what is masked of a file, and sees it as everybody would. */
export const filePath = (meeting: { id: string }, annexId: string): string =>
  `${publicationPath(meeting)}/files/${annexId}`
