import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import type { UploadedFile } from '#commons/imports'

const folder = join(projectRoot, 'src/modules/ecomptes/sample')

/** The fictional plan that the repository carries, in the format of the real ones. */
export function sampleFile(): UploadedFile {
  const name = 'pst_beauval_2019_2024.xml'
  return { name, bytes: readFileSync(join(folder, name)) }
}
