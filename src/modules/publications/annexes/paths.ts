import { type Meeting, meetingPath } from '#modules/deliberations'

export const publicationPath = (meeting: Pick<Meeting, 'id'>): string =>
  `${meetingPath(meeting)}/publication`

/** Where somebody says what is masked of a file, and sees it as everybody would. */
export const filePath = (meeting: Pick<Meeting, 'id'>, annexId: string): string =>
  `${publicationPath(meeting)}/files/${annexId}`
