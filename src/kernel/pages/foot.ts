import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** What stands in the foot of each page that citizens read, as far as it is there (`footLinks`). */
type Foot = () => Promise<readonly { label: MessageKey; href: string }[]>

/** Asked in the transaction of the page, a public one too. */
export const footLinks = slot<Foot>('footLinks')

/** The links of the foot of a page, in words. */
export async function footOf(): Promise<{ label: string; href: string }[]> {
  const all = await Promise.all(footLinks.all().map((find) => find()))
  return all.flat().map(({ label, href }) => ({ label: t(label), href }))
}
