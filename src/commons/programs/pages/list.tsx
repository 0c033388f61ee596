import { formatDate, t, timeZone } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Card, EmptyState, Head, Table } from '#kernel/ui'
import { allServices } from '#commons/directory'
import { allPrograms, type Program } from '../program.ts'
import { keeps, pages, programPath } from './routes.ts'

pages.get('/', keeps, async (c) => {
  const all = await allPrograms()
  const services = new Map((await allServices()).map(({ id, label }) => [id, label]))
  const title = t('programs.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('programs.lead')}
        actions={
          <ButtonLink href="/programs/new" tone="primary" icon="plus">
            {t('programs.make')}
          </ButtonLink>
        }
      />
      <Card flush>
        <Table
          caption={title}
          hideCaption
          rows={all}
          empty={<EmptyState icon="key-round" sentence={t('programs.none')} />}
          columns={[
            {
              header: t('programs.field.name'),
              main: true,
              cell: ({ id, name }) => <a href={programPath(id)}>{name}</a>,
            },
            {
              header: t('programs.field.service_id'),
              cell: ({ service_id: id }) => services.get(id) ?? '—',
            },
            { header: t('programs.state'), cell: (one) => <ProgramBadge of={one} /> },
            { header: t('programs.ends'), cell: ({ ends_at }) => dayOf(ends_at) },
            { header: t('programs.used'), cell: ({ used_at }) => dayOf(used_at) },
          ]}
        />
      </Card>
    </>,
  )
})

/** The day of an instant, as the authority counts it. */
export const dayOf = (at: Temporal.Instant | null) =>
  at ? formatDate(at.toZonedDateTimeISO(timeZone).toPlainDate(), 'short') : '—'

export function ProgramBadge({ of }: { of: Program }) {
  if (of.suspended_at) return <Badge tone="bad">{t('programs.is.suspended')}</Badge>
  if (of.keys === 0) return <Badge>{t('programs.is.keyless')}</Badge>
  return <Badge tone="good">{t('programs.is.open')}</Badge>
}
