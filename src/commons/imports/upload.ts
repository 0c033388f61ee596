import { Invalid } from '#kernel/errors'
import { uploads } from '#kernel/http'

/** A file that was uploaded, as an import reads it. */
export interface UploadedFile {
  /** As it was called where it came from. */
  name: string
  bytes: Uint8Array
}

/** The files of an import, in the schema of its form: at most so many. What reads them says which is empty. */
export const importFiles = (most = 1000) => uploads(most, { empty: true })

/** Reads the files that were chosen. Throws `Invalid` where none was. */
export async function uploaded(files: readonly File[]): Promise<UploadedFile[]> {
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: await file.bytes() })),
  )
  // A browser sends an empty file where none was chosen.
  const chosen = read.filter(({ name, bytes }) => name !== '' || bytes.length > 0)
  if (chosen.length === 0) throw Invalid.field('files', 'imports.no_files')
  return chosen
}
