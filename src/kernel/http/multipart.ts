import Busboy from '@fastify/busboy'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isExamining, scan } from '#kernel/antivirus'
import { fileName } from '#kernel/characters'
import { type FieldErrors, TooLarge } from '#kernel/errors'
import { forgetSent, receiveFile, type SentFile } from '#kernel/files'
import { type MessageKey, type MessageParams, t } from '#kernel/i18n'
import type { Takes } from './bounds.ts'
import { holdsUncarried } from './carried.ts'
import { FormFields, type Sent } from './sent.ts'

/** In bytes: what a file system takes. */
const longestName = 255
/** Stands in a name for bytes that are no UTF-8: what was meant is not known. */
const unread = '\uFFFD'
/** Of the head of one part: a name and a type. */
const headBytes = 8192

/**
 * A form with files, read as it comes: fields into memory, files to disk. A file that is not asked for, or whose
 * name no file system takes, is an error of its field, and so is too much of them; the rest is read all the same, so
 * that nothing typed is lost.
 */
export async function multipart(body: Readable, type: string, takes: Takes): Promise<Sent> {
  const fields = new FormFields()
  const errors: FieldErrors = {}
  const files = new FilesComing()
  try {
    const parser = parserOf(type, takes)
    parser.on('field', (name, value) => fields.add(name, value))
    parser.on('file', (field, sent, name) => {
      // What breaks off is told by the parser too; untold here, it would end the process.
      sent.on('error', () => {})
      const at = fields.count(field)
      const wrong = wrongWith(name, takes.files.get(field), at + 1)
      if (wrong) {
        errors[field] = [...new Set([...(errors[field] ?? []), t(...wrong)])]
        sent.resume()
        return
      }
      fields.add(field, null)
      const plain = holdsUncarried(name) ? name : fileName(name)
      files.take(plain, sent, async (file) => {
        fields.put(field, at, file)
        const infected = await wrongIn(file)
        if (infected) errors[field] = [...(errors[field] ?? []), t(...infected)]
      })
    })
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
      parser.on(limit, () =>
        parser.destroy(new TooLarge('http.too_many', { most: takes.bounds.fields })),
      )
    await pipeline(body, parser)
    await files.all()
    return { values: fields.values(), errors }
  } catch (failure) {
    await files.forget()
    const [field] = takes.files.keys()
    if (field === undefined || !(failure instanceof TooLarge)) throw failure
    return { values: fields.typed(), errors: { [field]: [failure.sentence] } }
  }
}

/** Files on their way to disk. */
class FilesComing {
  private readonly coming = new Set<Readable>()
  private readonly kept: SentFile[] = []
  private readonly writing: Promise<void>[] = []

  take(name: string, sent: Readable, keepAs: (file: SentFile) => Promise<void>): void {
    const written = this.write(name, sent, keepAs)
    // Asked for in `all`, once the form is read.
    written.catch(() => {})
    this.writing.push(written)
  }

  private async write(
    name: string,
    sent: Readable,
    keepAs: (file: SentFile) => Promise<void>,
  ): Promise<void> {
    this.coming.add(sent)
    const file = await receiveFile(name, sent)
    this.coming.delete(sent)
    this.kept.push(file)
    await keepAs(file)
  }

  async all(): Promise<void> {
    await Promise.all(this.writing)
  }

  /** Removes what came, and what is still coming. */
  async forget(): Promise<void> {
    for (const one of this.coming) one.destroy(new Error('The form broke off'))
    await Promise.allSettled(this.writing)
    await Promise.all(this.kept.map(forgetSent))
  }
}

const parserOf = (type: string, { bounds }: Takes) =>
  new Busboy({
    headers: { 'content-type': type },
    isPartAFile: (_field, _type, name) => name !== undefined,
    limits: {
      fieldSize: bounds.bytes,
      parts: bounds.fields,
      headerPairs: 16,
      headerSize: headBytes,
    },
  })

/** Examines what came, while no transaction is open: it may take long. */
async function wrongIn(file: SentFile): Promise<[MessageKey, MessageParams] | undefined> {
  const finding = await scan(file.path)
  const { name } = file
  if (finding.is === 'infected') return ['http.field.infected', { name, found: finding.found }]
  if (finding.is === 'away' && finding.refused) return ['http.field.not_examined', { name }]
  file.isClean = finding.is === 'clean' && isExamining()
  return undefined
}

function wrongWith(
  name: string,
  most: number | undefined,
  count: number,
): [MessageKey, MessageParams] | undefined {
  if (most === undefined) return ['http.field.no_file', {}]
  if (count > most) return ['http.field.too_many_files', { most }]
  if (Buffer.byteLength(name) > longestName) return ['http.field.file_name', { most: longestName }]
  if (name.includes(unread)) return ['http.field.file_name_unread', { name }]
  return undefined
}
