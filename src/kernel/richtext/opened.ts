import type { Token } from 'parse5'
import { marks as declared } from '#kernel/textparts'
import { structureTags } from './names.ts'
import type { Context } from './run.ts'
import type { Meaning } from './style.ts'
import type { Mark } from './tree.ts'

/** An element that is open while a text is read. */
export interface Opened {
  name: string
  meaning: Meaning
  isBlock: boolean
  isMuted: boolean
  at: Token.Location | null
  /** How many elements were opened straight in it. */
  within: number
  close: () => void
}

/** What the open elements, from the outermost, say of text in them. */
export function contextOf(open: readonly Opened[]): Context {
  const marks = new Set<Mark>()
  const context: Context = { marks: [] }
  for (const { name, meaning } of open) {
    for (const mark of meaning.unmarks) marks.delete(mark)
    for (const mark of meaning.marks) marks.add(mark)
    if (meaning.listed) context.listed = meaning.listed
    if (structureTags.has(name)) delete context.heading
    if (meaning.heading) context.heading = meaning.heading
    if (meaning.href !== undefined) context.href = meaning.href
    if (meaning.align === 'left') delete context.align
    else if (meaning.align) context.align = meaning.align
  }
  context.marks = declared.flatMap(({ name }) => (marks.has(name) ? [name] : []))
  return context
}
