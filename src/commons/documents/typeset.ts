import { onPaper } from '#kernel/characters'
import { formatDateTime, inLanguage, type Language } from '#kernel/i18n'
import type { Composition } from './compose.ts'
import { picturesOfData } from './pictures.ts'
import { setOnPress } from './press.ts'
import type { Pictures } from './printed.ts'

/** The head of an authority's paper. */
export interface Letterhead {
  /** « Commune de Beauval » */
  authority: string
  /** SVG source; empty where the authority has none. */
  arms: string
  /** Where it is, then how it is reached. */
  address: string[]
  /** `#rrggbb`: the colour of the rule below the head; no text is set in it. */
  accent: string
}

export interface Typesetting {
  /** Path below `src/`, such as `modules/minutes/agenda.typ`. */
  template: string
  title: string
  language: Language
  letterhead: Letterhead
  /**
   * When the document says that it was made, and the PDF's creation date: the same input gives
   * the same bytes.
   */
  madeAt: Date
  /** What the template prints, as JSON: never read as markup. */
  data: unknown
}

/**
 * The bytes of a PDF/A-2a (ISO 19005-2): tagged, titled, in its language. Throws one sentence
 * with the template and the reason. `authority` is whose turn it takes on the press.
 */
export async function typeset(what: Typesetting, authority?: string): Promise<Uint8Array> {
  const pictures = await picturesOfData(what.data)
  return setOnPress(composition(what, 'a-2a', pictures), authority)
}

/** As the press takes it; `standard` lets a test check a template against PDF/UA-1 too. */
export function composition(
  what: Typesetting,
  standard: Composition['standard'],
  pictures: Pictures = new Map(),
): Composition {
  const { template, title, language, letterhead, madeAt, data } = what
  const when = inLanguage(language, () => formatDateTime(madeAt.toTemporalInstant()))
  return {
    format: 'pdf',
    template,
    input: JSON.stringify({ title, language, letterhead, madeAt: when, data }, printable),
    createdAt: Math.floor(madeAt.getTime() / 1000),
    standard,
    pictures,
  }
}

/** For `JSON.stringify`: the texts of a document as they can be kept, in PDF/A as in XML; arms are a drawing. */
export function printable(key: string, value: unknown): unknown {
  return typeof value === 'string' && key !== 'arms' ? onPaper(value) : value
}
