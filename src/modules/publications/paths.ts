import { type OpenMeeting, originOf } from './origin.ts'

type Named = Pick<OpenMeeting, 'id' | 'kind'>

/** Where it is shown and done what everybody reads of a meeting. */
export const publicationPath = (meeting: Named): string =>
  `${originOf(meeting).path(meeting)}/publication`

/** Where somebody says what is masked of a file, and sees it as everybody would. */
export const filePath = (meeting: Named, annexId: string): string =>
  `${publicationPath(meeting)}/files/${annexId}`
