import { t, euros } from '#kernel/i18n'
import { Card, Table } from '#kernel/ui'
import { type Element } from '#modules/strategy'
import { articlesOf, projectionsOf } from '../account.ts'

/** The articles and projections that eComptes tells. */
export async function AccountCard({ element }: { element: Element }) {
  const articles = await articlesOf([element.id])
  const projections = await projectionsOf([element.id])
  if (articles.length === 0 && projections.length === 0) return null
  const years = [
    ...new Set(projections.flatMap(({ amounts }) => amounts.map(({ exercise }) => exercise))),
  ]
  return (
    <Card title={t('ecomptes.account.title')} flush>
      {articles.length > 0 && (
        <Table
          caption={t('ecomptes.account.articles')}
          rows={articles}
          columns={[
            {
              header: t('ecomptes.account.code'),
              cell: ({ code, exercise }) => `${code}.${exercise}`,
            },
            {
              header: t('ecomptes.account.service'),
              cell: ({ service, type }) => t(`ecomptes.account.${service}${type}`),
            },
            { header: t('ecomptes.account.label'), cell: ({ label }) => label },
            {
              header: t('ecomptes.account.amount'),
              align: 'end',
              cell: ({ cents }) => euros(cents),
            },
          ]}
        />
      )}
      {projections.length > 0 && (
        <Table
          caption={t('ecomptes.account.projections')}
          rows={projections}
          columns={[
            {
              header: t('ecomptes.account.group'),
              cell: ({ group, label }) => `${group} ${label}`,
            },
            {
              header: t('ecomptes.account.service'),
              cell: ({ service, type }) => t(`ecomptes.account.${service}${type}`),
            },
            ...years.toSorted().map((year) => ({
              header: String(year),
              align: 'end' as const,
              cell: ({ amounts }: (typeof projections)[number]) => {
                const found = amounts.find(({ exercise }) => exercise === year)
                return found ? euros(found.cents) : '—'
              },
            })),
          ]}
        />
      )}
    </Card>
  )
}
