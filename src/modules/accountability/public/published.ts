import { t } from '#kernel/i18n'
import type { PublicEntry } from '#kernel/pages'
import { latestPublished } from '#commons/publication'
import { planCopies } from '../publish.ts'

/** The plans that the authority has published, for the home of its public site. */
export async function publishedPlans(): Promise<PublicEntry[]> {
  return (await latestPublished(planCopies)).map(({ title, slug, number, published_at }) => ({
    title,
    href: planCopies.path(slug),
    on: published_at,
    about: t('accountability.public.about', { number }),
  }))
}
