import { z } from 'zod'
import { audit } from '#kernel/audit'
import { form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import {
  Breadcrumbs,
  ButtonLink,
  Card,
  type Column,
  EmptyState,
  Head,
  Icon,
  Note,
  Stack,
  Table,
  type ValueColumn,
} from '#kernel/ui'
import { asFile, exportAnswer, ExportMenu } from '#commons/exports'
import { matrix, type MatrixRow, rightsOf, type Standpoint, standpoints } from '../matrix.ts'
import { knownPerson, nameOf, personPath } from '#commons/people'
import { keeps, pages } from './routes.ts'

const path = '/permissions'
const As = z.object({ as: asFile() })

pages.get(path, keeps, form(As), async (c, { as }) => {
  const rows = await matrix()
  const those = await standpoints()
  if (as) {
    await audit('download', c.req.path)
    return exportAnswer(as, t('rights.title'), columnsOf(those), rows)
  }
  const title = t('rights.title')
  return page(
    c,
    { title, pageClass: 'wide' },
    <>
      <Breadcrumbs trail={[{ label: t('people.title'), href: '/people' }, { label: title }]} />
      <Head
        title={title}
        facts={t('rights.lead')}
        actions={<ExportMenu href={(format) => `${path}?as=${format}`} />}
      />
      <Stack>
        {[...new Set(rows.map(({ trade }) => trade))].map((trade) => (
          <Card title={trade} flush>
            <div class="permission-matrix">
              <Table
                caption={trade}
                hideCaption
                rows={rows.filter((row) => row.trade === trade)}
                columns={shown(those)}
              />
            </div>
          </Card>
        ))}
      </Stack>
    </>,
  )
})

function columnsOf(those: readonly Standpoint[]): ValueColumn<MatrixRow>[] {
  return [
    { header: t('rights.trade'), value: ({ trade }) => trade },
    { header: t('rights.thing'), value: ({ thing }) => thing },
    { header: t('rights.action'), value: ({ action }) => action },
    { header: t('rights.states'), value: ({ states }) => states },
    {
      header: t('rights.in_person'),
      value: ({ in_person }) => (in_person ? t('rights.yes') : ''),
    },
    ...those.map(({ label }, at) => ({
      header: label,
      value: ({ may }: MatrixRow) => (may[at] ? t('rights.yes') : ''),
    })),
  ]
}

/** Narrow columns that fit a page: what is done in the first, a mark for who may; an empty cell says no. */
const shown = (those: readonly Standpoint[]): Column<MatrixRow>[] => [
  {
    header: t('rights.action'),
    cell: ({ action, thing, states, in_person }) => (
      <>
        {action}
        {in_person && <small>{t('rights.in_person')}</small>}
        {thing && <small>{t('rights.in_state', { thing, states })}</small>}
      </>
    ),
  },
  ...those.map(({ label }, at) => ({
    header: label,
    cell: ({ may }: MatrixRow) =>
      may[at] ? (
        <>
          <Icon name="check" />
          <span class="visually-hidden">{t('rights.yes')}</span>
        </>
      ) : (
        ''
      ),
  })),
]

pages.get('/people/:id/rights', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  const rights = await rightsOf(person.id)
  const title = t('people.rights')
  return page(
    c,
    { title: `${title} – ${nameOf(person)}` },
    <>
      <Breadcrumbs
        trail={[
          { label: t('people.title'), href: '/people' },
          { label: nameOf(person), href: personPath(person.id) },
          { label: title },
        ]}
      />
      <Head
        title={title}
        facts={nameOf(person)}
        actions={<ButtonLink href={path}>{t('rights.title')}</ButtonLink>}
      />
      <Stack>
        {person.state !== 'active' && person.state !== 'leaving' && (
          <Note tone="warn">{t('rights.person_not_in', { name: nameOf(person) })}</Note>
        )}
        <Note>{t('rights.person_lead')}</Note>
        <Card flush>
          <Table
            caption={title}
            hideCaption
            rows={rights}
            empty={<EmptyState icon="ban" sentence={t('rights.person_none')} />}
            columns={[
              { header: t('rights.trade'), cell: ({ trade }) => trade },
              { header: t('rights.action'), cell: ({ action }) => action, main: true },
              {
                header: t('rights.person_because'),
                cell: ({ because }) => because.join(', ') || t('rights.person_everybody'),
              },
            ]}
          />
        </Card>
      </Stack>
    </>,
  )
})
