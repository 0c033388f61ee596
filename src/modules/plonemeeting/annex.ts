import { fileName } from '#kernel/characters'
import { type AnnexAnswer, annexShape, type FileAnswer, shaped, textMember } from '#commons/plone'
import { finding, limits } from './types.ts'
import type { UploadedFile } from '#commons/imports'
import type { Finding, RemoteAnnex, Where } from './types.ts'

export type ReadAnnex =
  | { annex: RemoteAnnex; itemUrl: string | null; findings: Finding[] }
  | { annex: null; findings: Finding[] }

/** One entry of an annexes answer, or of `extra_include_annexes` of a point. */
export function readAnnex(raw: unknown, where: Where): ReadAnnex {
  const read = shaped(annexShape, raw)
  if ('faults' in read) {
    const annex = textMember(raw, 'title') ?? textMember(raw, 'UID') ?? ''
    const findings = read.faults.map(({ code, field, params }) =>
      finding('refused', code, { ...where, field }, { ...params, annex }),
    )
    return { annex: null, findings }
  }
  return { annex: annexOf(read.value), itemUrl: itemUrlOf(read.value), findings: [] }
}

function annexOf(answer: AnnexAnswer): RemoteAnnex {
  const bytes = inlineBytes(answer.file)
  return {
    uid: answer.UID,
    title: answer.title || answer.file.filename || answer.UID,
    filename: answer.file.filename || null,
    size: answer.file.size ?? bytes?.length ?? null,
    contentType: answer.file['content-type'] || null,
    publishable: answer.publishable ?? false,
    // What nobody declared open stays closed.
    confidential: answer.confidential ?? true,
    category: answer.category_title || answer.content_category?.title || null,
    bytes,
  }
}

/** An annex lies below its point: the address of the point is that of the annex but its last step. */
function itemUrlOf(answer: AnnexAnswer): string | null {
  if (answer.parent) return answer.parent['@id']
  return answer['@id'] ? answer['@id'].replace(/\/[^/]+\/?$/, '') : null
}

function inlineBytes(file: FileAnswer): Uint8Array | null {
  if (!file.data || file.data.length > limits.annexBytes * 1.4) return null
  if (file.encoding && file.encoding !== 'base64') return null
  const bytes = Buffer.from(file.data, 'base64')
  return file.size === null || file.size === undefined || file.size === bytes.length ? bytes : null
}

/** Gives each annex without content the uploaded file that is it; returns the files nobody claims. */
export function giveFiles(annexes: RemoteAnnex[], files: UploadedFile[]): UploadedFile[] {
  const claimed = new Set<UploadedFile>()
  for (const annex of annexes.filter(({ bytes }) => bytes === null)) {
    const file = fileOf(annex, annexes, files)
    if (!file) continue
    annex.bytes = file.bytes
    annex.size = file.bytes.length
    claimed.add(file)
  }
  return files.filter((file) => !claimed.has(file))
}

/**
 * The file whose content can be this annex: same size (where the answer tells it) and no other kind
 * of file than declared. The name only decides between several; a renamed download is still it.
 */
function fileOf(
  annex: RemoteAnnex,
  annexes: RemoteAnnex[],
  files: UploadedFile[],
): UploadedFile | undefined {
  const fitting = files.filter(
    ({ bytes }) => fits(annex.size, bytes.length) && mayBe(annex.contentType, bytes),
  )
  const named = fitting.find(({ name }) => isNamed(name, annex.filename))
  if (named) return named
  const alike = annexes.filter(({ size }) => size === annex.size)
  return annex.size !== null && fitting.length === 1 && alike.length === 1 ? fitting[0] : undefined
}

const fits = (declared: number | null, size: number): boolean =>
  declared === null || declared === size

/** True when an annex bears the name of this file, whose content is then another version. */
export function bearsName(file: UploadedFile, annexes: RemoteAnnex[]): boolean {
  return annexes.some(({ filename }) => isNamed(file.name, filename))
}

/** As the house keeps names that are sent: those that macOS decomposed (NFD) are the same. */
const isNamed = (name: string, filename: string | null): boolean =>
  filename !== null && basename(name) === basename(filename)

const basename = (name: string): string => fileName(name).replace(/^.*[/\\]/, '')

/** First bytes of the formats that declare themselves. */
const signatures: readonly { type: string; start: string }[] = [
  { type: 'application/pdf', start: '%PDF-' },
  { type: 'image/png', start: '\u0089PNG' },
  { type: 'image/jpeg', start: '\u00ff\u00d8\u00ff' },
  { type: 'image/gif', start: 'GIF8' },
]

function mayBe(contentType: string | null, bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const declared = signatures.find(({ type }) => type === contentType)
  return declared === undefined || head.startsWith(declared.start)
}
