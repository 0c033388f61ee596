import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { draft, dropDraft, type ImportKind, keepDraft, type UploadedFile } from '#commons/imports'
import {
  ensureImportable,
  type Fields,
  type Given,
  type ImportedList,
  importOf,
} from '#commons/records'

/** What a list says: a `RecordKind`, or rows of another folder that are no dossiers. */
export interface Listed<F extends Fields> {
  /** Under its name a list is kept until it is written. */
  readonly kind: { readonly name: string }
  readonly fields: F
  readonly write: (given: Given<F>) => Promise<unknown>
  readonly many?: {
    readonly like: Listed<F>['write']
    readonly write: (given: readonly Given<F>[]) => Promise<unknown>
  }
}

/** A list that is read in, between its upload and its end: the same for pages and API. */
export interface ListImport<F extends Fields> {
  /** Keeps a list for the one who sent it. Throws `Invalid` where it cannot be read at all. Returns its id. */
  readonly keep: (files: readonly UploadedFile[]) => Promise<string>
  /** The list as it is understood, row by row. Throws `NotFound` where it is over or another’s. */
  readonly understood: (id: string) => Promise<ImportedList<F>>
  /**
   * Writes it as a whole, or without the rows that are wrong where these may be left out; then it is over. Null where
   * it cannot be written so, else how many were.
   */
  readonly write: (id: string, list: ImportedList<F>, leaveOut: boolean) => Promise<number | null>
}

/** The import of lists. */
export function listImport<F extends Fields>({
  kind,
  fields,
  write,
  many,
}: Listed<F>): ListImport<F> {
  const imported: ImportKind<object> = { name: kind.name, answers: z.object({}) }
  return {
    async keep(files) {
      const [file] = files
      if (!file) throw Invalid.field('files', 'imports.no_files')
      await ensureImportable(fields, file.bytes)
      return keepDraft(imported, files, {})
    },
    async understood(id) {
      const { files } = await draft(imported, id)
      return importOf(fields, files[0]?.bytes ?? new Uint8Array())
    },
    async write(id, { rows }, leaveOut) {
      const given = rows.map((row) => row.given).filter((one) => one !== null)
      if (given.length === 0 || !(given.length === rows.length || leaveOut)) return null
      // First, so that of two who send it at once the second one finds it over.
      await dropDraft(id)
      if (many?.like === write) await many.write(given)
      else for (const one of given) await write(one)
      return given.length
    },
  }
}

/** Why a list is not written, for a program. */
export const toBeCorrected = (count: number) =>
  Invalid.field('leave_out', 'registers.import_to_correct', { count })
