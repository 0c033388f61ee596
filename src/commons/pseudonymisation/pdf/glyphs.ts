// Node runs this file by itself, in a process beside the one that answers.
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Matrix = readonly [number, number, number, number, number, number]

/** A box on a page, in its own units. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A sign as a page draws it. */
export interface Glyph {
  text: string
  /** Where it stands, in pixels of the drawing. */
  box: Box
  /** Whether it stands in a layer that is not shown. */
  hidden: boolean
}

/** What is drawn of a page, as pdf.js hands it to whoever draws. */
interface Drawn {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** Which layers of a file are shown. */
export interface Layers {
  isVisible: (layer: unknown) => boolean
}

interface Face {
  fontMatrix?: readonly number[]
  ascent?: number
  descent?: number
}

interface State {
  ctm: Matrix
  face: Face
  size: number
  spacing: number
  words: number
  stretch: number
  leading: number
  rise: number
}

const same: Matrix = [1, 0, 0, 1, 0, 0]

/** What `b` does, then `a` (ISO 32000-1, 8.3.4). */
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

const unitSquare = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

const placed = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

const numbers = (given: unknown): number[] =>
  Array.isArray(given) && typeof given[0] === 'object' && given[0] !== null
    ? Object.values(given[0] as Record<string, number>)
    : ((given ?? []) as number[])

const matrixOf = (given: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(given)
  return [a, b, c, d, e, f]
}

/** A glyph of pdf.js, or a step between two, in thousandths of the size. */
type Shown = number | null | { unicode: string; width: number; isSpace: boolean }

/**
 * Where each sign and each picture of a page stands, in the order in which they are drawn: the operators of text are followed as whoever draws the page
 * follows them (ISO 32000-1, 9.4).
 */
export function glyphsOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: Drawn,
  view: Matrix,
  layers: Layers,
): { glyphs: Glyph[]; pictures: Box[] } {
  const found: Glyph[] = []
  const pictures: Box[] = []
  let state: State = {
    ...{ ctm: view, face: {}, size: 0 },
    ...{ spacing: 0, words: 0, stretch: 1, leading: 0, rise: 0 },
  }
  const kept: State[] = []
  /** Of the marks that are open, which hide what is in them. */
  const marks: boolean[] = []
  let text = same
  let [x, y, lineX, lineY] = [0, 0, 0, 0]
  const move = (right: number, up: number) => {
    lineX += right
    lineY += up
    x = lineX
    y = lineY
  }
  const begin = (matrix: Matrix) => {
    text = matrix
    x = y = lineX = lineY = 0
  }
  const show = (shown: readonly Shown[]) => {
    const { face, size, spacing, words, stretch, rise } = state
    const unit = size * (face.fontMatrix?.[0] ?? 0.001)
    const all = times(state.ctm, text)
    const up = (face.ascent || 0.9) * size
    const down = (face.descent || -0.25) * size
    const hidden = marks.includes(true)
    for (const one of shown) {
      if (one === null) continue
      if (typeof one === 'number') {
        x -= (one * size * stretch) / 1000
        continue
      }
      const wide = one.width * unit * stretch
      const corners = [
        placed(all, x, y + rise + down),
        placed(all, x + wide, y + rise + down),
        placed(all, x, y + rise + up),
        placed(all, x + wide, y + rise + up),
      ]
      found.push({ text: one.unicode, box: around(corners), hidden })
      x += wide + (spacing + (one.isSpace ? words : 0)) * stretch
    }
  }
  for (const [at, name] of fnArray.entries()) {
    const given = argsArray[at]
    const args = (Array.isArray(given) ? given : []) as unknown[]
    const first = Number(args[0])
    switch (name) {
      case OPS.save:
        kept.push({ ...state })
        break
      case OPS.restore:
        state = kept.pop() ?? state
        break
      case OPS.transform:
        state.ctm = times(state.ctm, matrixOf(given))
        break
      case OPS.paintFormXObjectBegin:
        kept.push({ ...state })
        if (args[0]) state.ctm = times(state.ctm, matrixOf(given))
        break
      case OPS.paintFormXObjectEnd:
        state = kept.pop() ?? state
        break
      case OPS.beginText:
        begin(same)
        break
      case OPS.setTextMatrix:
        begin(matrixOf(given))
        break
      case OPS.setFont:
        state.face = faceOf(page, args[0])
        state.size = Number(args[1])
        break
      case OPS.setCharSpacing:
        state.spacing = first
        break
      case OPS.setWordSpacing:
        state.words = first
        break
      case OPS.setHScale:
        state.stretch = first / 100
        break
      case OPS.setLeading:
        state.leading = -first
        break
      case OPS.setTextRise:
        state.rise = first
        break
      case OPS.moveText:
        move(first, Number(args[1]))
        break
      case OPS.setLeadingMoveText:
        state.leading = Number(args[1])
        move(first, Number(args[1]))
        break
      case OPS.nextLine:
        move(0, state.leading)
        break
      case OPS.showText:
        show((args[0] ?? []) as Shown[])
        break
      // A picture stands in the unit square (ISO 32000-1, 8.9.5).
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pictures.push(around(unitSquare.map(([right, up]) => placed(state.ctm, right, up))))
        break
      case OPS.paintImageXObjectRepeat:
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageMaskXObjectRepeat:
        pictures.push(everywhere)
        break
      case OPS.beginMarkedContent:
        marks.push(false)
        break
      case OPS.beginMarkedContentProps:
        marks.push(args[0] === 'OC' && !layers.isVisible(args[1]))
        break
      case OPS.endMarkedContent:
        marks.pop()
        break
      default:
    }
  }
  return { glyphs: found, pictures }
}

/** From edge to edge: what is drawn many times over is not followed. */
const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

function faceOf(page: PDFPageProxy, name: unknown): Face {
  const known = page.commonObjs as { has: (id: string) => boolean; get: (id: string) => unknown }
  return typeof name === 'string' && known.has(name) ? (known.get(name) as Face) : {}
}

export function around(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([one]) => one), points.map(([, one]) => one)]
  return {
    ...{ left: Math.min(...xs), right: Math.max(...xs) },
    ...{ top: Math.min(...ys), bottom: Math.max(...ys) },
  }
}
