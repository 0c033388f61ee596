import { picture } from '#kernel/textparts'
import type { Cleaning } from './index.ts'

/**
 * What a reader of the source would miss of what was dropped from a text; markup that only changes its looks, and
 * what no reader sees, is not among it.
 */
export const losses = {
  deleted: ['deleted'],
  comment: ['comment'],
  hidden: ['hidden'],
  img: [picture.tag],
  link: ['a', '@href'],
  embedded: 'iframe object embed applet frame svg canvas video audio'.split(' '),
  number: ['@start', 'li@value', '@reversed'],
  span: ['td@colspan'],
  nesting: ['ul', 'ol', 'li', 'blockquote', 'table'],
} as const satisfies Record<string, readonly string[]>

export type Loss = keyof typeof losses

/** How much of each kind was lost. */
export function lossesOf(dropped: Cleaning['dropped']): { what: Loss; count: number }[] {
  const counts = new Map(dropped.map(({ what, count }) => [what, count]))
  return kinds.flatMap(([what, names]) => {
    const count = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
    return count === 0 ? [] : [{ what, count }]
  })
}
// Of an object whose keys are known.
const kinds = Object.entries(losses) as [Loss, readonly string[]][]
