import { formatDateTime, t } from '#kernel/i18n'
import { Card, Facts } from '#kernel/ui'
import { dataPath } from './open-data.ts'
import type { Published } from './published.ts'
import { publishers } from './publisher.ts'

/** For the foot of a public page: which copy this is, since when, and how anybody checks it. */
export function Proof({ publication }: { publication: Published }) {
  const { publisher, slug, number, published_at, hash, later } = publication
  const latest = publishers.all().find(({ name }) => name === publisher)
  return (
    <Card title={t('publication.proof.title')}>
      <Facts
        facts={[
          { label: t('publication.version'), value: t('publication.number', { number }) },
          { label: t('publication.since'), value: formatDateTime(published_at) },
          { label: t('publication.hash'), value: <code>{hash}</code> },
        ]}
      />
      {later !== undefined && latest && (
        <p>
          <a href={latest.path(slug)}>{t('publication.proof.later', { number: later })}</a>
        </p>
      )}
      <p>
        <a href={dataPath(publication)}>{t('publication.proof.data')}</a>
      </p>
    </Card>
  )
}
