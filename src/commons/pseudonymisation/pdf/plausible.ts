// Node runs this file by itself, in a process beside the one that answers.
import type { Canvas } from '@napi-rs/canvas'
import { isSpelt, said } from '../plausible.ts'
import type { Seen } from './page.ts'

/** Past such a share of a page, a picture is more than a logo or a signature. */
const mostPictured = 0.25
/** Past such a share of what is drawn in small strokes, as letters are, it is said by no word. */
const mostUnsaid = 0.2

/**
 * Whether what is read of a page is all that is to be read on it, as far as can be told: no picture that may hold words, no letters that
 * are only drawn, and in each of its fonts words of a language.
 */
export function isReadWhole({ canvas, lines, fonts, pictured }: Seen): boolean {
  const text = lines.map((line) => line.text).join('\n')
  if (pictured > mostPictured || isSpelt(text)) return false
  if (!/\p{L}{2}/u.test(text) || unsaid({ canvas, lines }) > mostUnsaid) return false
  return [...fonts.values()].every(said)
}

/** In shades of 255: an edge. */
const edge = 64
/** In pixels: what stands straight for longer is a rule, not a letter. */
const tallest = 60
/** Fewer edges than those of some letters. */
const few = 120

/** Of the edges that are drawn, the share beside the words that are read. */
function unsaid({ canvas, lines }: Pick<Seen, 'canvas' | 'lines'>): number {
  const { width, height } = canvas
  const grey = greyOf(canvas)
  const isSaid = saidIn(lines, width, height)
  const length = new Uint16Array(width)
  const beside = new Uint16Array(width)
  let [inside, outside] = [0, 0]
  for (let y = 0; y <= height; y++)
    for (let x = 1; x < width; x++) {
      const at = y * width + x
      if (y < height && Math.abs((grey[at] ?? 0) - (grey[at - 1] ?? 0)) > edge) {
        length[x] = (length[x] ?? 0) + 1
        if (!isSaid[at]) beside[x] = (beside[x] ?? 0) + 1
      } else if (length[x]) {
        const [all = 0, some = 0] = [length[x], beside[x]]
        if (all <= tallest) {
          outside += some
          inside += all - some
        }
        length[x] = 0
        beside[x] = 0
      }
    }
  return outside < few ? 0 : outside / (inside + outside)
}

function greyOf(canvas: Canvas): Uint8Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const grey = new Uint8Array(canvas.width * canvas.height)
  for (let at = 0; at < grey.length; at++)
    grey[at] =
      ((data[at * 4] ?? 0) * 2 + (data[at * 4 + 1] ?? 0) * 5 + (data[at * 4 + 2] ?? 0)) >> 3
  return grey
}

/** Where words stand, and a little around: accents, and lines below words. */
function saidIn(lines: Seen['lines'], width: number, height: number): Uint8Array {
  const is = new Uint8Array(width * height)
  for (const { boxes } of lines)
    for (const box of new Set(boxes)) {
      if (!box) continue
      const more = (box.bottom - box.top) * 0.2
      const left = Math.max(0, Math.floor(box.left - more))
      const right = Math.min(width, Math.ceil(box.right + more))
      const to = Math.min(height, Math.ceil(box.bottom + more))
      for (let y = Math.max(0, Math.floor(box.top - more)); y < to; y++)
        is.fill(1, y * width + left, Math.max(y * width + left, y * width + right))
    }
  return is
}
