// Reads an upload in a process beside the server: forty texts of a megabyte take half a minute. Node runs this file as it
// is, and what it imports.
import type { UploadedFile } from '#commons/imports'
import { read } from './read.ts'
import type { RemoteMeeting, Upload } from './types.ts'

/** An upload as it crosses between processes, which know no moments. */
export interface Crossing extends Omit<Upload, 'meeting'> {
  meeting: (Omit<RemoteMeeting, 'startsAt'> & { startsAt: string }) | null
}

/** What an upload says. */
export function crossing(files: UploadedFile[]): Crossing {
  const { meeting, ...rest } = read(files)
  return { ...rest, meeting: meeting && { ...meeting, startsAt: meeting.startsAt.toString() } }
}

/** The same on this side. */
export const arrived = ({ meeting, ...rest }: Crossing): Upload => ({
  ...rest,
  meeting: meeting && { ...meeting, startsAt: Temporal.ZonedDateTime.from(meeting.startsAt) },
})
