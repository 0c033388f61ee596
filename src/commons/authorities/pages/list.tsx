import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { ButtonLink, Card, EmptyState, Head, List, Stack, Table } from '#kernel/ui'
import { kindInWords } from '#commons/trades'
import { openingsBegun } from '../begun.ts'
import { authorities } from '../known.ts'
import { authorityPath, openingPath, operates, pages } from './routes.ts'

pages.get('/authorities', operates, async (c) => {
  const all = await authorities()
  const begun = await openingsBegun()
  const title = t('authorities.title')
  return page(
    c,
    { title, pageClass: 'wide' },
    <>
      <Head
        title={title}
        facts={t('authorities.lead', { count: all.length })}
        actions={
          <ButtonLink href="/authority-openings/new" tone="primary" icon="plus">
            {t('authorities.new')}
          </ButtonLink>
        }
      />
      <Stack>
        {begun.length > 0 && (
          <Card title={t('authorities.begun')}>
            <List
              items={begun.map(({ id, name, kind, begun_by: by, begun_at: at }) => ({
                title: name,
                href: openingPath(id),
                why: [kindInWords(kind), by, formatDateTime(at, 'short')].join(' · '),
              }))}
            />
          </Card>
        )}
        <Card flush>
          <Table
            caption={title}
            hideCaption
            rows={all}
            empty={<EmptyState icon="building-2" sentence={t('authorities.none')} />}
            columns={[
              {
                header: t('authorities.name'),
                cell: ({ slug, name }) => <a href={authorityPath(slug)}>{name}</a>,
              },
              { header: t('authorities.kind'), cell: ({ kind }) => kindInWords(kind) },
              { header: t('authorities.hosts'), cell: ({ hosts }) => hosts.join(', ') },
              { header: t('authorities.trades'), cell: ({ trades }) => trades.length },
              { header: t('authorities.accounts'), cell: ({ accounts }) => accounts },
            ]}
          />
        </Card>
      </Stack>
    </>,
  )
})
