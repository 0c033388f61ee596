import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import { coverageOf, type Coverage } from './coverage.ts'

/** A typeface with the files of its cuts. */
export interface Face {
  /** As the typesetter calls it. */
  readonly family: string
  /** Below `node_modules`. */
  readonly files: readonly string[]
}

const expo = '@expo-google-fonts'
const noto = (script: string, name: string): Face => ({
  family: `Noto Sans ${script}`,
  files: [
    `${expo}/noto-sans-${name}/400Regular/NotoSans${script.replaceAll(' ', '')}_400Regular.ttf`,
  ],
})

/** What a document is set in. */
export const houseFaces: readonly Face[] = [
  {
    family: 'Literata',
    files: [
      `${expo}/literata/400Regular/Literata_400Regular.ttf`,
      `${expo}/literata/400Regular_Italic/Literata_400Regular_Italic.ttf`,
      `${expo}/literata/600SemiBold/Literata_600SemiBold.ttf`,
      `${expo}/literata/600SemiBold_Italic/Literata_600SemiBold_Italic.ttf`,
    ],
  },
  {
    family: 'Atkinson Hyperlegible Next',
    files: [
      `${expo}/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
      `${expo}/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf`,
    ],
  },
]

/**
 * What prints signs that the house has none for, so that a name in any script prints. In this order: the face made
 * for a script before those that have some of its letters too.
 */
export const lastFaces: readonly Face[] = [
  {
    family: 'Noto Sans Hebrew',
    files: ['@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf'],
  },
  {
    family: 'Noto Naskh Arabic',
    files: ['@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf'],
  },
  noto('Armenian', 'armenian'),
  noto('Georgian', 'georgian'),
  noto('Devanagari', 'devanagari'),
  noto('Bengali', 'bengali'),
  noto('Tamil', 'tamil'),
  noto('Thai', 'thai'),
  noto('Ethiopic', 'ethiopic'),
  {
    family: 'Noto Sans',
    files: [
      `${expo}/noto-sans/400Regular/NotoSans_400Regular.ttf`,
      `${expo}/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf`,
    ],
  },
  { family: 'Noto Emoji', files: [`${expo}/noto-emoji/400Regular/NotoEmoji_400Regular.ttf`] },
  noto('Symbols', 'symbols'),
  noto('Symbols 2', 'symbols-2'),
  { family: 'Noto Sans S Chinese', files: ['@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf'] },
  { family: 'Noto Sans Korean', files: ['@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf'] },
  noto('Math', 'math'),
]

/** Signs that a face of the house has (a test asks them): a text of these alone needs no look at the faces. */
export const usual =
  '\\t\\n\\r -~\\u00A0-\\u00AC\\u00AE-\\u017E\\u2013\\u2014\\u2018-\\u201A\\u201C-\\u201E\\u2022\\u2026\\u202F\\u20AC'
const unusual = new RegExp(`[${usual}]?[^${usual}]+`, 'gu')
/** A character with what is set on it or joined to it: the typesetter takes all of it from one face. */
const joined = /[^](?:[\p{M}\p{Emoji_Modifier}\u200C\u{E0020}-\u{E007F}]|\u200D\P{M})*/gu
/** Nothing of these is drawn, whatever the face. */
const undrawn = /[\s\p{Z}\p{Default_Ignorable_Code_Point}\p{Cc}]/gu

/** The text with each sign that no face draws changed. */
export function withoutUndrawable(text: string, change: (sign: string) => string): string {
  return text.replace(unusual, (piece) =>
    piece.replace(joined, (sign) => (faceOf(sign) === null ? change(sign) : sign)),
  )
}

/** The first sign of a text that no face draws. */
export function undrawable(text: string): string | undefined {
  for (const sign of signsOf(text)) if (faceOf(sign) === null) return sign
  return undefined
}

/** The faces that a text needs besides those of the house. */
export function facesFor(text: string): Face[] {
  const needed = new Set<unknown>()
  for (const sign of signsOf(text)) needed.add(faceOf(sign))
  return lastFaces.filter((face) => needed.has(face))
}

function* signsOf(text: string): Generator<string> {
  for (const [piece] of text.matchAll(unusual)) {
    for (const [sign] of piece.matchAll(joined)) yield sign
  }
}

const mostKnown = 20_000
const known = new Map<string, Face | null | 'any'>()

/** A sign prints in the first face all cuts of which have all of it; null: in none. */
function faceOf(sign: string): Face | null | 'any' {
  const found = known.get(sign)
  if (found !== undefined) return found
  if (known.size >= mostKnown) known.clear()
  const drawn = [...sign.replace(undrawn, '')].map((one) => one.codePointAt(0) ?? 0)
  const face =
    drawn.length === 0
      ? 'any'
      : ([...houseFaces, ...lastFaces].find((one) => coverage(one)(drawn)) ?? null)
  known.set(sign, face)
  return face
}

const read = new Map<Face, Coverage>()

function coverage(face: Face): Coverage {
  const before = read.get(face)
  if (before) return before
  const now = coverageOf(filesOf(face))
  read.set(face, now)
  return now
}

/** Where the cuts of a face are. */
export const filesOf = ({ files }: Face) =>
  files.map((file) => join(projectRoot, 'node_modules', file))
