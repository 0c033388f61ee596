// Node runs this file by itself, in a process beside the one that answers.
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { around, type Box, glyphsOf, type Glyph, type Layers } from './glyphs.ts'

/** Of print, in dots an inch: signs of 6 points are read, and words are found by whoever reads with a machine. */
const density = 150
/** In pixels: of a plan of A0, 100 dots an inch. */
const mostPixels = 16_000_000

/** A line of a page as it is read. */
export interface Line {
  text: string
  /** Where each of its units (UTF-16) stands, in pixels; null of a blank between two pieces. */
  boxes: (Box | null)[]
}

/** A page as it is seen: its drawing, and the words that are seen in it. */
export interface Seen {
  canvas: Canvas
  /** Points a pixel. */
  unit: number
  lines: Line[]
  /** How many words it held that nobody sees: in a layer, below a box, in the colour of the paper, beside the page. */
  unseen: number
  /** The words that are seen, by the fonts in which they are written. */
  fonts: ReadonlyMap<string, string>
  /** The share of the page that is covered by pictures. */
  pictured: number
}

/** Draws a page and reads what is seen of it. */
export async function seenPage(
  file: PDFDocumentProxy,
  number: number,
  layers: Layers,
): Promise<Seen> {
  const page = await file.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  const scale = Math.min(density / 72, Math.sqrt(mostPixels / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({
    // The same surface, of another library.
    canvas: canvas as never,
    viewport,
    annotationMode: AnnotationMode.DISABLE,
    background: 'white',
  }).promise
  const drawn = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const { glyphs, pictures } = glyphsOf(page, drawn, viewport.transform as never, layers)
  const { items } = await page.getTextContent({ disableNormalization: true })
  const pieces = items.flatMap((item) => ('str' in item ? item : []))
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const isSeen = seenIn(data, canvas)
  const aligned = alignment(glyphs)
  const lines: Line[] = []
  let line: Line = { text: '', boxes: [] }
  let unseen = 0
  const fonts = new Map<string, string>()
  for (const { str, fontName, hasEOL, transform, width, height } of pieces) {
    const fallback = around(
      cornersOf(transform, width, height).map(([x, y]) => {
        const [right = 0, down = 0] = viewport.convertToViewportPoint(x, y)
        return [right, down] as const
      }),
    )
    for (const word of str.match(/\s+|\S+/g) ?? []) {
      if (!word.trim()) {
        line.text += word
        for (let at = 0; at < word.length; at++) line.boxes.push(null)
        continue
      }
      const { boxes, hidden } = aligned(word, fallback)
      if (hidden || !isSeen(together(boxes))) unseen += 1
      else {
        line.text += word
        line.boxes.push(...boxes)
        fonts.set(fontName, `${fonts.get(fontName) ?? ''} ${word}`)
      }
    }
    if (hasEOL) {
      lines.push(line)
      line = { text: '', boxes: [] }
    }
  }
  lines.push(line)
  page.cleanup()
  return {
    canvas,
    unit: 1 / scale,
    lines: lines.filter(({ text }) => text.trim()),
    unseen,
    fonts,
    pictured: coveredOf(pictures, canvas),
  }
}

/** The share of a page that boxes cover, each counted; those in others twice. */
function coveredOf(boxes: readonly Box[], { width, height }: Canvas): number {
  const inside = (at: number, most: number) => Math.min(most, Math.max(0, at))
  const areas = boxes.map(
    ({ left, top, right, bottom }) =>
      (inside(right, width) - inside(left, width)) * (inside(bottom, height) - inside(top, height)),
  )
  return areas.reduce((sum, area) => sum + area, 0) / (width * height)
}

/** Of a piece of text, along its line and across it. */
function cornersOf(transform: readonly number[], width: number, height: number) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [along, across] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
  const at = (share: number, up: number): [number, number] => [
    e + (a / along) * width * share + (c / across) * height * up,
    f + (b / along) * width * share + (d / across) * height * up,
  ]
  return [at(0, -0.3), at(1, -0.3), at(0, 1), at(1, 1)]
}

/**
 * Gives where the signs of word after word stand: both come in one order, and blanks and signs without a form are left out of the
 * comparison. Where they part, a word stands somewhere in its piece.
 */
function alignment(glyphs: readonly Glyph[]) {
  const units = glyphs.flatMap(({ text, box, hidden }) =>
    signsOf(text).map((sign) => ({ sign, box, hidden })),
  )
  let next = 0
  return (word: string, whole: Box): { boxes: Box[]; hidden: boolean } => {
    const signs = [...word]
    const seen = signsOf(word)
    const from = startOf(units, seen, next)
    const found = units.slice(from, (from ?? 0) + seen.length)
    if (from === undefined || !touches(together(found.map(({ box }) => box)), whole))
      return {
        boxes: Array.from(word, (sign) => sign.split('').map(() => whole)).flat(),
        hidden: false,
      }
    next = from + seen.length
    const boxes: Box[] = []
    let at = from
    for (const sign of signs) {
      const box = units[formless.test(sign) ? Math.max(from, at - 1) : at]?.box ?? whole
      if (!formless.test(sign)) at += 1
      for (let unit = 0; unit < sign.length; unit++) boxes.push(box)
    }
    return { boxes, hidden: found.some((unit) => unit.hidden) }
  }
}

const formless = /[\s\p{Cf}\p{Cc}]/u
const signsOf = (text: string) => [...text].filter((sign) => !formless.test(sign))
const touches = (a: Box, b: Box) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
/** How far a word is looked for, in signs, where the two orders part. */
const reach = 400

function startOf(
  units: readonly { sign: string }[],
  signs: readonly string[],
  next: number,
): number | undefined {
  if (signs.length === 0) return undefined
  for (let from = next; from < Math.min(units.length, next + reach); from++)
    if (signs.every((sign, at) => units[from + at]?.sign === sign)) return from
  return undefined
}

export function together(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

/** How far two colours stand apart before they are two, of 255. */
const apart = 12

/** Whether something is drawn in a box: of one colour alone, nothing is read in it. */
function seenIn(data: Uint8ClampedArray, { width, height }: { width: number; height: number }) {
  return (box: Box): boolean => {
    const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(width, Math.ceil(box.right))]
    const [top, bottom] = [
      Math.max(0, Math.floor(box.top)),
      Math.min(height, Math.ceil(box.bottom)),
    ]
    const low = [255, 255, 255]
    const high = [0, 0, 0]
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++)
        for (let part = 0; part < 3; part++) {
          const value = data[(y * width + x) * 4 + part] ?? 0
          if (value < (low[part] ?? 0)) low[part] = value
          if (value > (high[part] ?? 0)) high[part] = value
          if ((high[part] ?? 0) - (low[part] ?? 0) > apart) return true
        }
    return false
  }
}
