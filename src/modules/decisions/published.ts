import { t } from '#kernel/i18n'
import type { PublicEntry } from '#kernel/pages'
import { latestPublished } from '#commons/publication'
import { meetingCopies } from '#modules/publications'

/** The meetings of which something is public, for the home of the public site. */
export async function latestPoints(): Promise<PublicEntry[]> {
  return (await latestPublished(meetingCopies)).map(({ title, slug, published_at }) => ({
    ...{ title, href: meetingCopies.path(slug), on: published_at },
    about: t('publications.agenda'),
  }))
}
