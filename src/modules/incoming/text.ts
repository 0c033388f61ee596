import { actAs, system } from '#kernel/access'
import { keepBrought } from '#kernel/pictures'
import {
  type Cleaning,
  cleanWithPictures,
  lossesOf,
  picturesOf,
  type RichText,
  withKept,
} from '#kernel/richtext'
import { picture } from '#kernel/textparts'

/** What of a text was dropped, of what a reader would miss: `lossInWords` says it. */
export type Dropped = Cleaning['dropped']

/**
 * A text of other software in our subset of HTML, with the pictures whose bytes it holds, and what a reader would miss of it. Pictures
 * of this house that it names are not its own, and fall away.
 */
export async function textOf(html: string): Promise<{ html: RichText; dropped: Dropped }> {
  const { html: cleaned, brought, dropped } = cleanWithPictures(html)
  const own = new Set(brought.map(({ hash }) => hash))
  const theirs = withKept(cleaned, (hash) => (own.has(hash) ? hash : undefined))
  // Nobody of the house brought them: they stand in a text of this transaction.
  const kept = await actAs(system, () => keepBrought(theirs, brought))
  const lost = picturesOf(cleaned).length - picturesOf(kept.html).length
  return { html: kept.html, dropped: together([...dropped, { what: picture.tag, count: lost }]) }
}

/** Of what was dropped from some texts, as one, what a reader would miss. */
export function together(all: Dropped): Dropped {
  const missed = all.filter((one) => lossesOf([one]).length > 0)
  return [...Map.groupBy(missed, ({ what }) => what)].map(([what, some]) => ({
    what,
    count: some.reduce((sum, { count }) => sum + count, 0),
  }))
}
