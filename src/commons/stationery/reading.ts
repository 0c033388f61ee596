import { AssertionError, LiquidError } from 'liquidjs'
import { type Block, clean, toTree } from '#kernel/richtext'
import type { Mergeables, Merged } from '#commons/documents'
import { engineOf, given } from './engine.ts'
import { unknownIn } from './unknown.ts'

// What strangers write is read beside the process that answers: it is called by `aside`.

type Parts = Readonly<Record<string, string>>

/** What is wrong with one text of a template: what was typed where it cannot be read, or names that stand for nothing. */
export interface Wrong {
  unread: string | null
  unknown: string[]
}

/** Templates to be read: their texts by name, and what they may name; null: a part, whose names are asked where it is taken in. */
export interface ToCheck {
  parts: Parts
  all: { sources: [string, string][]; known: Mergeables | null }[]
}

/** What is wrong with each of these templates, by the name of the text. */
export function wrongIn({ parts, all }: ToCheck): Record<string, Wrong>[] {
  const engine = engineOf(parts)
  const wrongOf = (source: string, known: Mergeables | null): Wrong => {
    try {
      const nodes = engine.parse(source)
      return { unread: null, unknown: known ? unknownIn(engine, nodes, known) : [] }
    } catch (error) {
      const at = unreadIn(error)
      if (at === null) throw error
      return { unread: at, unknown: [] }
    }
  }
  return all.map(({ sources, known }) =>
    Object.fromEntries(
      sources
        .map(([name, source]) => [name, wrongOf(source, known)] as const)
        .filter(([, { unread, unknown }]) => unread !== null || unknown.length > 0),
    ),
  )
}

/** What was typed where the engine could not go on, or which part is not there; null where the error is none of the template's. */
function unreadIn(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (LiquidError.is(error)) return error.token.getText().slice(0, 80).trim()
  return 'code' in error && error.code === 'ENOENT' ? error.message.slice(0, 80) : null
}

/** A template to be set in what its names stand for. */
export interface ToSay {
  parts: Parts
  told: Readonly<Record<string, Merged>>
  lines: readonly string[]
  body: string
}

export type Said =
  | { is: 'said'; lines: string[]; blocks: Block[] }
  | { is: 'unread'; at: string }
  | { is: 'too_much' }

/** So many signs of text it may become. */
const longest = 2_000_000

/** What a template says: its lines, and its text as plain data for the typesetter. */
export function say({ parts, told, lines, body }: ToSay): Said {
  const engine = engineOf(parts)
  const scope = given({ ...told }) as object // An object of names was given.
  const set = (source: string) => String(engine.parseAndRenderSync(source, scope))
  try {
    const html = set(body)
    const short = lines.map(set)
    if ([html, ...short].some(({ length }) => length > longest)) return { is: 'too_much' }
    return { is: 'said', lines: short, blocks: toTree(clean(html).html) }
  } catch (error) {
    if (error instanceof AssertionError) return { is: 'too_much' }
    const at = unreadIn(error)
    if (at === null) throw error
    return { is: 'unread', at }
  }
}
