import { may, permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { form, optionalLine } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, TradeTabs } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  cellInWords,
  type Column,
  EmptyState,
  filterAddress,
  Filters,
  Head,
  Stack,
  Table,
  type ValueColumn,
} from '#kernel/ui'
import { asFile, exportAnswer, ExportMenu, mostExported } from '#commons/exports'
import { organs } from '#commons/organs'
import { deliberationTabs } from '#modules/deliberations'
import { Asked, entriesOf, type Entry } from '../entries.ts'
import { pages } from './routes.ts'

const path = '/deliberations/register'
const verifies = permission('register.verify')

const Query = Asked.extend({
  after: optionalLine(40),
  as: asFile(),
})

/** The register of deliberations, the last entry first, as far as one may read each. */
pages.get(
  '/register',
  permission('register.read'),
  form(Query),
  async (c, { after, as, ...asked }) => {
    const set = {
      ...{ organ: asked.organ ?? '', words: asked.words },
      ...{ from: String(asked.from ?? ''), to: String(asked.to ?? '') },
    }
    const address = (besides: Record<string, string>) => filterAddress(path, { ...set, ...besides })
    if (as) {
      await audit('download', c.req.path)
      const { entries } = await entriesOf(asked, { most: mostExported + 1 })
      return exportAnswer(as, t('register.title'), columns(), entries)
    }
    const { entries, next } = await entriesOf(asked, { after })
    const title = t('deliberations.title')
    return page(
      c,
      { title: t('register.title'), pageClass: 'wide' },
      <>
        <Head
          title={title}
          facts={t('register.lead')}
          actions={
            <>
              <ExportMenu href={(format) => address({ as: format })} />
              {may(verifies) && (
                <ButtonLink href={`${path}/verification`} icon="badge-check">
                  {t('register.verify')}
                </ButtonLink>
              )}
            </>
          }
        />
        <TradeTabs of={deliberationTabs} current={path} />
        <Stack>
          <Filters
            action={path}
            reset={Object.values(set).some(Boolean) ? path : undefined}
            sentence={[
              t('register.filter.organ'),
              {
                ...{ kind: 'select', name: 'organ', label: t('register.organ'), value: set.organ },
                options: [
                  { value: '', label: t('register.filter.any') },
                  ...(await organs()).map(({ id, name }) => ({ value: id, label: name })),
                ],
              },
              t('register.filter.from'),
              { kind: 'date', name: 'from', label: t('register.filter.from_day'), value: set.from },
              t('register.filter.to'),
              { kind: 'date', name: 'to', label: t('register.filter.to_day'), value: set.to },
              t('register.filter.words'),
              { kind: 'text', name: 'words', label: t('register.what'), value: set.words },
            ]}
          />
          <Card flush>
            <Table
              caption={t('register.title')}
              hideCaption
              rows={entries}
              columns={columns().map(shown)}
              empty={<EmptyState icon="book-open" sentence={t('register.none')} />}
              paging={{
                first: after ? address({}) : undefined,
                next: next ? address({ after: next }) : undefined,
              }}
            />
          </Card>
        </Stack>
      </>,
    )
  },
)

const shown = ({ value, cell, ...rest }: ValueColumn<Entry>): Column<Entry> => ({
  ...rest,
  cell: cell ?? ((row) => cellInWords(value(row))),
})

const columns = (): ValueColumn<Entry>[] => [
  {
    header: t('register.what'),
    value: ({ title }) => title,
    cell: ({ id, title }) => <a href={`${path}/entries/${id}`}>{title}</a>,
    main: true,
  },
  { header: t('register.reference'), value: ({ reference }) => reference },
  { header: t('register.kind'), value: ({ kind }) => t(`register.kind.${kind}`) },
  { header: t('register.organ'), value: ({ organ }) => organ },
  { header: t('register.day'), value: ({ day }) => day },
  { header: t('register.written_at'), value: ({ written_at }) => written_at },
  {
    header: t('register.hash'),
    value: ({ hash }) => hash,
    cell: ({ hash }) => <code>{hash.slice(0, 12)}</code>,
  },
]
