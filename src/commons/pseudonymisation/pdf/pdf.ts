// Node runs this file by itself, in a process beside the one that answers (`prepare.ts`).
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type InOffice, personalData, type PersonalKind } from '../index.ts'
import type { Box, Layers } from './glyphs.ts'
import { type Line, seenPage, together } from './page.ts'
import { isReadWhole } from './plausible.ts'

/** How many pages a file may have. */
const mostPages = 200

/** Why a file is not prepared. */
export type Refusal = 'encrypted' | 'damaged' | 'pages' | 'text' | 'heavy'

/** What says who somebody is, on a page: from one place of its text to another. */
export interface FoundInFile {
  /** From 1. */
  page: number
  from: number
  to: number
  kind: PersonalKind
  words: string
  /** What stands around it. */
  before: string
  after: string
}

/** What was read of some pages. */
export interface Read {
  /** Of the whole file. */
  pages: number
  /** What is seen of each of these pages, in words. */
  texts: string[]
  /** Those of them on which something is drawn that is not read, or not as it is drawn: somebody looks at them. */
  unread: number[]
  /** How many words stood in them that nobody sees. */
  unseen: number
}

/** Some pages of a file, from 1, both inclusive. */
interface Pages {
  bytes: Uint8Array
  from: number
  to: number
}

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Runs `work` on an opened file; gives why it could not be opened. */
export async function opened<T>(
  bytes: Uint8Array,
  work: (file: PDFDocumentProxy, layers: Layers) => Promise<T>,
  most = mostPages,
): Promise<T | { refused: Refusal }> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
    cMapUrl: `${join(assets, 'cmaps')}/`,
    wasmUrl: `${join(assets, 'wasm')}/`,
    iccUrl: `${join(assets, 'iccs')}/`,
  })
  try {
    const file = await loading.promise
    const { numPages } = file
    if (numPages > most) return { refused: 'pages' }
    // Whoever may open it without a password may have been forbidden to copy from it: it is enciphered all the same.
    if ((await file.getPermissions()) !== null) return { refused: 'encrypted' }
    return await work(file, (await file.getOptionalContentConfig()) as Layers)
  } catch (failure) {
    const name = failure instanceof Error ? failure.name : ''
    if (name === 'PasswordException') return { refused: 'encrypted' }
    if (isOfFile.test(name)) return { refused: 'damaged' }
    throw failure
  } finally {
    await loading.destroy()
  }
}

/** What pdf.js calls the failures of a file that is none. */
const isOfFile = /^(InvalidPDF|Format|UnknownError|MissingPDF|ResponseException|XRef)/

const textOf = (lines: readonly Line[]) => lines.map(({ text }) => text).join('\n')

/** How much around a finding is told, in signs. */
const around = 60

/** What is read on some pages of a PDF. */
export async function readPages({ bytes, from, to }: Pages): Promise<Read | { refused: Refusal }> {
  return opened<Read>(bytes, async (file, layers) => {
    const read: Read = { pages: file.numPages, texts: [], unread: [], unseen: 0 }
    for (let number = from; number <= Math.min(to, file.numPages); number++) {
      const page = await seenPage(file, number, layers)
      const text = textOf(page.lines)
      if (!isReadWhole(page) && !isBlank(page.canvas)) read.unread.push(number)
      read.texts.push(text)
      read.unseen += page.unseen
    }
    return read
  })
}

interface Named {
  /** Of each page. */
  texts: readonly string[]
  office: readonly InOffice[]
  language: 'fr' | 'de' | 'nl' | 'en'
}

/** What says who somebody is in the text of a file: what goes over two pages is found on both. */
export function namedIn({ texts, office, language }: Named): FoundInFile[] {
  const text = texts.join('\n')
  let before = 0
  const starts = texts.map((one) => {
    const start = before
    before += one.length + 1
    return start
  })
  return personalData(text, { office, language }).flatMap(({ from, to, kind }) =>
    starts.flatMap((start, nth) => {
      const end = start + (texts[nth]?.length ?? 0)
      const [first, last] = [Math.max(from, start), Math.min(to, end)]
      if (first >= last) return []
      return {
        ...{ page: nth + 1, from: first - start, to: last - start, kind },
        words: text.slice(first, last),
        before: text.slice(Math.max(start, first - around), first),
        after: text.slice(last, Math.min(end, last + around)),
      }
    }),
  )
}

type Canvas = Awaited<ReturnType<typeof seenPage>>['canvas']

function isBlank(canvas: Canvas): boolean {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  for (let at = 0; at < data.length; at++) if ((data[at] ?? 255) < 245) return false
  return true
}

/** A page that is set anew: its picture, and the words that are read in it. Lengths are in points. */
export interface Sheet {
  width: number
  height: number
  picture: Uint8Array
  lines: { text: string; x: number; y: number; width: number; height: number }[]
}

/** A file that is set anew. */
export interface Rewritten {
  /** Of the whole file. */
  pages: number
  sheets: Sheet[]
  /** Of the words to mask, those that stand on none of these pages. */
  nowhere: string[]
  /** Of the first page, where it is among them: a small JPEG. */
  preview?: Uint8Array
}

interface Masking extends Pages {
  /** What `namedIn` found and somebody had masked. */
  masked: readonly { page: number; from: number; to: number }[]
  /** Words that are masked wherever they stand. */
  words: readonly string[]
  /** What is read in the place of what was masked. */
  standIn: string
}

/** Draws each page anew, with boxes in the drawing where something is masked, and gives what else is read of it. */
export async function rewritePages({
  bytes,
  from: first,
  to: last,
  masked,
  words,
  standIn,
}: Masking): Promise<Rewritten | { refused: Refusal }> {
  return opened<Rewritten | { refused: Refusal }>(bytes, async (file, layers) => {
    const sheets: Sheet[] = []
    const nowhere = new Set(words)
    let preview: Uint8Array | undefined
    for (let number = first; number <= Math.min(last, file.numPages); number++) {
      const { canvas, unit, lines } = await seenPage(file, number, layers)
      const text = textOf(lines)
      const hidden = new Uint8Array(text.length)
      for (const { page, from, to } of masked) if (page === number) hidden.fill(1, from, to)
      for (const word of words)
        for (const [from, to] of placesOf(word, text)) {
          hidden.fill(1, from, to)
          nowhere.delete(word)
        }
      const read = withBoxes(canvas, lines, hidden, standIn)
      if (number === 1) preview = previewOf(canvas)
      const picture = canvas.toBuffer('image/jpeg', 80)
      sheets.push({
        ...{ width: canvas.width * unit, height: canvas.height * unit },
        picture: new Uint8Array(picture),
        lines: read.map(({ text: words, box: { left, top, right, bottom } }) => ({
          ...{ text: words, x: left * unit, y: top * unit },
          ...{ width: (right - left) * unit, height: (bottom - top) * unit },
        })),
      })
    }
    return { pages: file.numPages, sheets, nowhere: [...nowhere], ...(preview && { preview }) }
  })
}

/** A text with small letters and one blank where several stand, and where each of its units was. */
function folded(text: string): { units: string[]; at: number[] } {
  const units: string[] = []
  const at: number[] = []
  for (const [nth, unit] of text.split('').entries()) {
    const blank = /\s/.test(unit)
    if (blank && units.at(-1) === ' ') continue
    const small = unit.toLowerCase()
    units.push(blank ? ' ' : small.length === 1 ? small : unit)
    at.push(nth)
  }
  return { units, at }
}

const isOfWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)

/** Where words stand in a text as words, whatever the size of their letters and the blanks between them. */
function placesOf(words: string, text: string): [number, number][] {
  const { units, at } = folded(text)
  const [whole, sought] = [units.join(''), folded(words.trim()).units.join('')]
  const found: [number, number][] = []
  if (!sought) return found
  for (let from = whole.indexOf(sought); from >= 0; from = whole.indexOf(sought, from + 1)) {
    const to = from + sought.length
    if (isOfWord(units[from - 1]) || isOfWord(units[to])) continue
    found.push([at[from] ?? 0, (at[to - 1] ?? 0) + 1])
  }
  return found
}

/** Burns boxes over what is masked, a box a run in a line; gives the lines as they are read then. */
function withBoxes(
  canvas: Canvas,
  lines: readonly Line[],
  hidden: Uint8Array,
  standIn: string,
): { text: string; box: Box }[] {
  const context = canvas.getContext('2d')
  context.fillStyle = '#000'
  const read: { text: string; box: Box }[] = []
  let start = 0
  for (const { text, boxes } of lines) {
    let kept = ''
    for (let at = 0; at < text.length;) {
      if (!hidden[start + at]) {
        kept += text[at++]
        continue
      }
      const run: Box[] = []
      for (; at < text.length && hidden[start + at]; at++) {
        const box = boxes[at]
        if (box) run.push(box)
      }
      kept += standIn
      if (run.length > 0) burn(context, together(run))
    }
    start += text.length + 1
    const there = boxes.filter((box) => box !== null)
    if (kept.trim() && there.length > 0) read.push({ text: kept.trim(), box: together(there) })
  }
  return read
}

/** Past the signs on all sides: accents, slanted ends and the blur of a scan stand there. */
function burn(context: ReturnType<Canvas['getContext']>, { left, top, right, bottom }: Box): void {
  const more = (bottom - top) * 0.12
  context.fillRect(left - more, top - more, right - left + 2 * more, bottom - top + 2 * more)
}

/** In pixels. */
const previewWidth = 320

function previewOf(canvas: Canvas): Uint8Array {
  const height = Math.max(1, Math.round((canvas.height * previewWidth) / canvas.width))
  const small = createCanvas(previewWidth, Math.min(height, previewWidth * 2))
  small.getContext('2d').drawImage(canvas, 0, 0, previewWidth, height)
  return new Uint8Array(small.toBuffer('image/jpeg', 70))
}
