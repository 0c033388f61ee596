import { fileTypeFromBlob, fileTypeFromBuffer } from 'file-type'
import { Invalid } from '#kernel/errors'
import type { SentFile } from '#kernel/files'

/** What a file is by its content, where its name says so: what else it begins with is no such file. */
const contents: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png', 'apng'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  gif: ['gif'],
  webp: ['webp'],
  tif: ['tif'],
  tiff: ['tif'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  odt: ['odt'],
  ods: ['ods'],
  odp: ['odp'],
  zip: ['zip'],
  doc: ['cfb', 'rtf'],
  xls: ['cfb'],
  ppt: ['cfb'],
  msg: ['cfb'],
  rtf: ['rtf'],
  '7z': ['7z'],
  mp3: ['mp3'],
  mp4: ['mp4', 'm4v', 'mov'],
}

/** Text, of which no bytes tell what it is. */
const texts = new Set(['csv', 'txt', 'md', 'json', 'log', 'ics', 'eml', 'vcf'])

/** What runs where it is opened, by its content and by its name. */
const runs = {
  contents: new Set([
    'exe',
    'elf',
    'macho',
    'class',
    'dex',
    'wasm',
    'lnk',
    'deb',
    'rpm',
    'apk',
    'jar',
    'xpi',
    'crx',
  ]),
  names:
    /\.(exe|com|scr|pif|cpl|msi|msp|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|wsh|hta|lnk|jar|reg|scf|url|apk|iso|img|dll|sh)$/i,
}

/** A file that was sent, or made here. */
interface Given {
  name: string
  bytes: Uint8Array | SentFile
}

/**
 * Refuses files that are not what their names say, and programs: whoever opens one trusts its name. Throws `Invalid`
 * for the field `files`.
 */
export async function ensureFit(files: readonly Given[]): Promise<void> {
  const [programs, others]: [string[], string[]] = [[], []]
  for (const { name, bytes } of files) {
    const type = await contentOf(bytes)
    const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
    if (runs.names.test(name) || runs.contents.has(type)) programs.push(name)
    else if (!isAsNamed(ending, type)) others.push(name)
  }
  if (programs.length > 0)
    throw Invalid.field('files', 'annexes.program', { names: programs.join(', ') })
  if (others.length > 0)
    throw Invalid.field('files', 'annexes.not_as_named', { names: others.join(', ') })
}

function isAsNamed(ending: string, type: string): boolean {
  if (texts.has(ending)) return type === '' || type === 'xml'
  const known = contents[ending]
  return known === undefined || known.includes(type)
}

/** What the first bytes say; of archives, what is in them. */
async function contentOf(bytes: Uint8Array | SentFile): Promise<string> {
  const read = bytes instanceof Uint8Array ? fileTypeFromBuffer(bytes) : fileTypeFromBlob(bytes)
  // One that begins as an archive and breaks off is none.
  const found = await read.catch(() => undefined)
  return found?.ext ?? ''
}
