import type { LiesAt } from '#kernel/tenancy'
import { outline } from './outline.ts'

/** How wide the drawing is, in its own units; a unit is some 300 metres. */
const width = 600
/** Around what is drawn: a mark on the edge is whole. */
const margin = 16
/** So far apart two links are at least: on the narrowest screen that shows them a finger tells them apart. */
const apart = 44
/** The room that a name takes. */
const name = { height: 22, letter: 9, beside: 12 }

/** Something that has a place on the map. */
export interface Mark {
  name: string
  lies_at: LiesAt
  /** What comes first where there is no room for all. */
  weight: number
}

export interface Drawn<M> {
  mark: M
  x: number
  y: number
  /** Whether it is a link: there is none so near. */
  leads: boolean
  /** On which side its name stands; null: there is no room for it. */
  side: 'right' | 'left' | null
}

/** A drawing of marks where they lie, within an outline: what is not linked or named for want of room stands there all the same. */
export interface Placing<M> {
  width: number
  height: number
  /** The path of the outline. */
  land: string
  drawn: Drawn<M>[]
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Places marks; what lies beyond the outline widens the drawing. */
export function place<M extends Mark>(marks: readonly M[]): Placing<M> {
  const all = [
    ...outline.map(([longitude, latitude]) => ({ longitude, latitude })),
    ...marks.map(({ lies_at: [latitude, longitude] }) => ({ longitude, latitude })),
  ]
  const west = Math.min(...all.map(({ longitude }) => longitude))
  const east = Math.max(...all.map(({ longitude }) => longitude))
  const north = Math.max(...all.map(({ latitude }) => latitude))
  const south = Math.min(...all.map(({ latitude }) => latitude))
  // Degrees of longitude are shorter, here by as much as in the middle of the drawing.
  const shorter = Math.cos((((north + south) / 2) * Math.PI) / 180)
  const scale = (width - 2 * margin) / ((east - west) * shorter)
  const at = (longitude: number, latitude: number) => ({
    x: Math.round(margin + (longitude - west) * shorter * scale),
    y: Math.round(margin + (north - latitude) * scale),
  })
  const points = outline.map((one) => at(...one)).map(({ x, y }) => `${x},${y}`)
  const placed = marks
    .toSorted((one, other) => other.weight - one.weight || (one.name < other.name ? -1 : 1))
    .map((mark) => ({ mark, ...at(mark.lies_at[1], mark.lies_at[0]) }))
  return {
    ...{ width, height: Math.round(2 * margin + (north - south) * scale) },
    ...{ land: `M${points.join(' ')}Z`, drawn: told(placed) },
  }
}

/** Which of them are links, and which have their names beside them: the weightiest first. */
function told<M extends Mark>(placed: readonly { mark: M; x: number; y: number }[]): Drawn<M>[] {
  const links: { x: number; y: number }[] = []
  const taken: Box[] = []
  return placed.map(({ mark, x, y }) => {
    const leads = links.every((one) => Math.hypot(one.x - x, one.y - y) >= apart)
    if (!leads) return { mark, x, y, leads, side: null }
    links.push({ x, y })
    const side = sideOf(mark.name, { x, y }, taken)
    return { mark, x, y, leads, side }
  })
}

/** The side on which there is room for a name, which it takes. */
function sideOf(words: string, { x, y }: { x: number; y: number }, taken: Box[]) {
  const long = words.length * name.letter
  const [top, bottom] = [y - name.height / 2, y + name.height / 2]
  const boxes = [
    ['right', [x - name.beside, top, x + name.beside + long, bottom]],
    ['left', [x - name.beside - long, top, x + name.beside, bottom]],
  ] as const
  const [found] = boxes.filter(
    ([, box]) => box[0] >= 0 && box[2] <= width && !taken.some((one) => meet(one, box)),
  )
  if (!found) return null
  taken.push(found[1])
  return found[0]
}

const meet = (one: Box, other: Box) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
