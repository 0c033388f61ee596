import { t } from '#kernel/i18n'
import type { PublicEntry } from '#kernel/pages'
import { latestPublished } from '#commons/publication'
import { postingCopies } from '../copies.ts'

/** The texts that are public, for the home of the public site. */
export async function latestTexts(): Promise<PublicEntry[]> {
  return (await latestPublished(postingCopies)).map(({ title, slug, published_at }) => ({
    ...{ title, href: postingCopies.path(slug), on: published_at },
    about: t('regulations.public.title'),
  }))
}
