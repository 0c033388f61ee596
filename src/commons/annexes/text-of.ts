// Node runs this file by itself, in the process of `reader.ts`: it imports nothing of the house.
import { unzipSync } from 'fflate'

/** How much text of a file is looked through, in characters. */
export const mostText = 400_000
/** How many bytes a part of a packed file may unfold to: it says so itself, and unfolds to no more. */
const mostUnpacked = 20_000_000
/** How many pages of a PDF are read. */
const mostPages = 1000

/** The words of a file, or null where it is of a kind that has none. Throws where it is damaged. */
export async function textOf(bytes: Uint8Array): Promise<string | null> {
  if (startsWith(bytes, '%PDF-')) return pdfText(bytes)
  if (startsWith(bytes, 'PK\u0003\u0004')) return packedText(bytes)
  return plainText(bytes)
}

const startsWith = (bytes: Uint8Array, start: string) =>
  [...start].every((sign, at) => bytes[at] === sign.charCodeAt(0))

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { promise } = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  })
  const file = await promise
  let text = ''
  for (let number = 1; number <= Math.min(file.numPages, mostPages); number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
    text += '\n'
    page.cleanup()
    if (text.length > mostText) break
  }
  return unbroken(text)
}

/** A word that goes over from one line into the next is one. */
const unbroken = (text: string) => text.replaceAll(/(\p{L})[-\u2010\u00AD]\n(?=\p{Ll})/gu, '$1')

/** The parts of a packed document that hold words: of DOCX, of ODT and its kin, of XLSX. */
const partsWithWords =
  /^(word\/(document|footnotes|endnotes)\.xml|content\.xml|xl\/sharedStrings\.xml)$/

function packedText(bytes: Uint8Array): string | null {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!partsWithWords.test(name)) return false
      if (originalSize > mostUnpacked) throw new Error('too large')
      return true
    },
  })
  const texts = Object.values(parts).map((part) => xmlText(new TextDecoder().decode(part)))
  return texts.length > 0 ? texts.join('\n') : null
}

/** Whose end ends a line, and what stands for a blank. */
const ends = /^\/(w:p|w:tc|text:p|text:h|si)$/
const blanks = /^(w:tab|w:br|w:cr|text:s|text:tab|text:line-break)$/
/** What is written in them is no word of the text: instructions of fields, what was struck out. */
const silent = /^(w:instrText|w:delText|text:tracked-changes|rPh)$/

/** The text of an XML document, in order, each sign of it looked at once. */
export function xmlText(xml: string): string {
  let text = ''
  let at = 0
  let mute = ''
  while (at < xml.length && text.length < mostText) {
    const open = xml.indexOf('<', at)
    if (open < 0) break
    if (!mute) text += unescaped(xml.slice(at, open))
    const closing = xml.startsWith('<!--', open)
      ? '-->'
      : xml.startsWith('<![CDATA[', open)
        ? ']]>'
        : '>'
    const close = xml.indexOf(closing, open)
    if (close < 0) break
    if (closing === ']]>' && !mute) text += xml.slice(open + 9, close)
    const tag = xml.slice(open + 1, close)
    const name = tag.split(/[\s/]/, tag.startsWith('/') ? 2 : 1).join('/')
    if (mute) mute = name === `/${mute}` ? '' : mute
    else if (silent.test(name) && !tag.endsWith('/')) mute = name
    else if (ends.test(name)) text += '\n'
    else if (blanks.test(name)) text += ' '
    at = close + closing.length
  }
  return text
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescaped = (text: string) =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (_, decimal, hex, name) => {
    if (name) return named[name] ?? ' '
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code < 0x11_00_00 ? String.fromCodePoint(code) : ' '
  })

/** Of a file without a sign of its kind: text, if it reads as such. */
function plainText(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, mostText * 4)
  if (start.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
  } catch {
    const text = new TextDecoder('windows-1252').decode(start.subarray(0, mostText))
    // What is written in another alphabet of one byte has letters; pictures have mostly signs.
    const letters = text.match(/[\p{L}\p{N}\s.,;:'-]/gu)?.length ?? 0
    return letters > text.length * 0.9 ? text : null
  }
}
