import { actAs, system } from '#kernel/access'
import { keepBrought } from '#kernel/pictures'
import { cleanWithPictures, type RichText, withKept } from '#kernel/richtext'

/**
 * A text of other software in our subset of HTML, with the pictures whose bytes it holds. Pictures of this house that it names are not
 * its own, and fall away.
 */
export async function textOf(html: string): Promise<RichText> {
  const { html: cleaned, brought } = cleanWithPictures(html)
  const own = new Set(brought.map(({ hash }) => hash))
  const theirs = withKept(cleaned, (hash) => (own.has(hash) ? hash : undefined))
  // Nobody of the house brought them: they stand in a text of this transaction.
  return actAs(system, async () => (await keepBrought(theirs, brought)).html)
}
