import { z } from 'zod'
import { type Attempt, type Call, flag, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  FileField,
  Form,
  FormActions,
  Head,
  Note,
  Stack,
  Table,
} from '#kernel/ui'
import { exportAnswer } from '#commons/exports'
import { importFiles, ImportSteps, uploaded } from '#commons/imports'
import { mostOfList } from '#commons/records'
import {
  columns,
  countOf,
  keepList,
  listStanding,
  understoodList,
  type WeighedRow,
  writeList,
} from '../import/index.ts'
import { nameOf } from '../person.ts'
import { keeps, pages, personPath } from './routes.ts'

const path = '/people/import'
const Upload = z.object({ files: importFiles(1) })
const Confirmed = z.object({ leave_out: flag(), same: flag(), ...Edition.partial().shape })

/** How many rows a page shows; it says how many there are. */
const mostShown = 100

pages.get(path, keeps, (c) => uploadPage(c))

pages.post(path, keeps, form(Upload, uploadPage), async (c, { files }) => {
  const id = await keepList(await uploaded(files))
  return redirect(c, `${path}/${id}`, null)
})

pages.get(`${path}/model`, keeps, () =>
  exportAnswer(
    'csv',
    t('people.import.model'),
    Object.values(columns).map((label) => ({ header: t(label), value: () => '' })),
    [],
  ),
)

pages.get(`${path}/:list`, keeps, (c) => checkPage(c))

pages.post(`${path}/:list`, keeps, form(Confirmed, checkPage), async (c, sent) => {
  const { leave_out: leaveOut, same, edition } = sent
  const count = await writeList(c.req.param('list') ?? '', { leaveOut, same }, edition)
  return redirect(c, '/people', { key: 'people.import.done', params: { count } })
})

const crumbs = () => (
  <Breadcrumbs
    trail={[{ label: t('people.title'), href: '/people' }, { label: t('people.import') }]}
  />
)

function uploadPage(c: Call, attempt?: Attempt) {
  const told = Object.values(columns).map((label) => t(label))
  return page(
    c,
    { title: t('people.import'), status: attempt ? 422 : 200 },
    <>
      {crumbs()}
      <Head title={t('people.import')} />
      <Stack>
        <ImportSteps at="files" />
        <Card>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)} multipart>
            <Note>
              {t('people.import.columns', { columns: told.join(', ') })}{' '}
              <a href={`${path}/model`} download>
                {t('people.import.model')}
              </a>
            </Note>
            <FileField
              name="files"
              label={t('people.import.file')}
              hint={t('people.import.hint')}
              accept={['.csv', '.xlsx', '.ldif', '.ldf']}
              most={mostOfList}
              required
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('people.import.look')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

async function checkPage(c: Call, attempt?: Attempt) {
  const id = c.req.param('list') ?? ''
  const rows = await understoodList(id)
  const wrong = rows.flatMap((row) => (row.fate === 'wrong' ? row : []))
  const known = rows.flatMap((row) => (row.fate === 'known' ? row : []))
  const fresh = countOf(rows, 'new')
  return page(
    c,
    { title: t('people.import'), pageClass: 'wide', status: attempt ? 422 : 200 },
    <>
      {crumbs()}
      <Head title={t('people.import')} />
      <Stack>
        <ImportSteps at="check" />
        <Card>
          <Form action={`${path}/${id}`} errors={attempt?.errors} values={typed(attempt)}>
            <EditionField of={listStanding(rows)} attempt={attempt}>
              {t('people.import.look_again')}
            </EditionField>
            <Note tone={wrong.length > 0 ? 'warn' : 'info'}>
              {t('people.import.counts', {
                fresh,
                known: known.length,
                wrong: wrong.length,
              })}
            </Note>
            {known.length > 0 && (
              <Checkbox
                name="same"
                label={t('people.import.same')}
                help={t('people.import.same_help')}
              />
            )}
            {wrong.length > 0 && fresh + known.length > 0 && (
              <Checkbox name="leave_out" label={t('people.import.leave_out')} />
            )}
            <FormActions>
              {fresh + known.length > 0 && (
                <Button tone="primary" icon="check">
                  {t('people.import.write', { count: fresh + known.length })}
                </Button>
              )}
              <ButtonLink href={path}>{t('people.import.again')}</ButtonLink>
            </FormActions>
          </Form>
        </Card>
        <WrongRows rows={wrong} />
        <KnownRows rows={known} />
      </Stack>
    </>,
  )
}

type Fate<F extends WeighedRow['fate']> = Extract<WeighedRow, { fate: F }>

function WrongRows({ rows }: { rows: readonly Fate<'wrong'>[] }) {
  const sentences = rows.flatMap(({ sentences: all, ...row }) =>
    all.map((sentence) => ({ ...row, sentence })),
  )
  if (sentences.length === 0) return null
  const shown = sentences.slice(0, mostShown)
  return (
    <Card flush>
      <Table
        caption={t('people.import.wrong', { shown: shown.length, count: sentences.length })}
        rows={shown}
        columns={[
          { header: t('people.import.row'), width: 'narrow', cell: ({ number }) => number },
          { header: t('people.name'), cell: ({ name }) => name },
          { header: t('people.import.sentence'), cell: ({ sentence }) => sentence },
        ]}
      />
    </Card>
  )
}

function KnownRows({ rows }: { rows: readonly Fate<'known'>[] }) {
  if (rows.length === 0) return null
  const shown = rows.slice(0, mostShown)
  return (
    <Card flush>
      <Table
        caption={t('people.import.known', { shown: shown.length, count: rows.length })}
        rows={shown}
        columns={[
          { header: t('people.import.row'), width: 'narrow', cell: ({ number }) => number },
          { header: t('people.import.in_list'), cell: ({ name }) => name },
          {
            header: t('people.import.there'),
            cell: ({ person }) => (
              <a href={personPath(person.id)}>
                {[nameOf(person), person.email].filter(Boolean).join(' · ')}
              </a>
            ),
          },
        ]}
      />
    </Card>
  )
}
