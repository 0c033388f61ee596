import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import type { UploadedFile } from '#commons/imports'

const folder = join(projectRoot, 'src/modules/plonemeeting/sample')

/** The fictional meeting of Beauval that the repository carries, in the format of the real ones. */
export const sampleFiles = (): UploadedFile[] =>
  readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
