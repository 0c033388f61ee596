import * as abroad from './acts/abroad.ts'
import * as aid from './acts/aid.ts'
import * as bodies from './acts/bodies.ts'
import * as civil from './acts/civil.ts'
import * as council from './acts/council.ts'
import * as land from './acts/land.ts'
import * as lists from './acts/lists.ts'
import * as money from './acts/money.ts'
import * as order from './acts/order.ts'
import * as plain from './acts/plain.ts'
import * as staff from './acts/staff.ts'
import { authority } from './authority.ts'
import type { Sort } from './authority.ts'
import { dice } from './dice.ts'
import { readMarks, withoutSigns } from './marks.ts'
import type { Marked } from './marks.ts'
import { contracted, layered, scanned, typeset, wrapped } from './noise.ts'
import type { Scene, Writer } from './scene.ts'

export type { Marked, PersonalKind } from './marks.ts'

export interface Act {
  title: string
  /** Paragraphs are parted by a line break, cells of a table by a tab. */
  text: string
  /** In the order of the text; they do not overlap. */
  personal: Marked[]
  /** Who acts in office: public, known to the caller from its directory. */
  office: { first: string; last: string }[]
  noise: 'clean' | 'ocr'
}

const of = (sort: Sort, writers: Record<string, Writer>): [Sort, Writer][] =>
  Object.values(writers).map((writer) => [sort, writer])

const { firefighters, officers, sports, lawsuit, church, commission, drawn } = bodies
const { germanHire, germanPermit, germanTraffic, dutchPermit, dutchGrave } = abroad

/** Every kind of act with the sort of authority that takes it. */
const writers: [Sort, Writer][] = [
  ...of('commune', staff),
  ...of('commune', land),
  ...of('commune', civil),
  ...of('commune', money),
  ...of('commune', lists),
  ...of('commune', order),
  ...of('commune', council),
  ...of('commune', plain),
  ...of('cpas', aid),
  ...of('commune', { church, commission, drawn }),
  ['fire', firefighters],
  ['police', officers],
  ['rca', sports],
  ['intercommunal', lawsuit],
  ...of('german', { germanHire, germanPermit, germanTraffic }),
  ...of('dutch', { dutchPermit, dutchGrave }),
]

function write(sort: Sort, writer: Writer, seed: number): Act {
  const chance = dice(seed)
  const house = authority(chance, sort)
  const noise = chance.chance(0.25) ? 'ocr' : 'clean'
  const scene: Scene = { ...chance, house, noise, habit: chance.int(0, 9) }
  const draft = writer(scene)
  let signed = typeset(chance, draft.text)
  if (noise === 'ocr' || chance.chance(0.35)) {
    signed = wrapped(chance, signed, chance.int(72, 100))
    if (noise === 'clean') signed = layered(chance, signed)
  }
  if (noise === 'ocr') signed = scanned(chance, signed, 0.4 + chance.next())
  return {
    title: withoutSigns(contracted(draft.object)),
    ...readMarks(signed),
    office: house.office.map(({ first, last }) => ({ first, last })),
    noise,
  }
}

/** Invented acts of Walloon authorities with what is personal in them; the same for the same seed. */
export function corpus(count: number, seed: number): Act[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = writers[index % writers.length]
    if (!kind) throw new Error('There are kinds of acts')
    const [sort, writer] = kind
    return write(sort, writer, Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  })
}
