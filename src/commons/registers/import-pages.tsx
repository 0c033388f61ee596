import { z } from 'zod'
import { may, type Permission } from '#kernel/access'
import { type Attempt, type Call, flag, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  cellInWords,
  Checkbox,
  type Column,
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
import {
  type Fields,
  importable,
  type ImportedList,
  type ImportedRow,
  labelsOf,
  mostOfList,
} from '#commons/records'
import { type Listed, listImport } from './list-import.ts'

/** The way to the import of a list, above the list. */
export function ImportButton({ path, writes }: { path: string; writes: Permission }) {
  return (
    may(writes) && (
      <ButtonLink href={`${path}/import`} icon="upload">
        {t('registers.import')}
      </ButtonLink>
    )
  )
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const Upload = z.object({ files: importFiles(1) })
const Confirmed = z.object({ leave_out: flag() })

/** How many rows a page shows, of those that will be written and of what is wrong. */
const mostShown = 100

/** Adds the pages on which a list is read, looked at and written: all of it or nothing. */
export function importRoutes<F extends Fields>(
  pages: PageRoutes,
  at: string,
  record: Listed<F>,
  { writes, path }: { writes: Permission; path: string },
): void {
  const { fields } = record
  const imported = listImport(record)

  async function uploadPage(c: Call, attempt?: Attempt): Promise<Response> {
    const labels: Record<string, string> = labelsOf(fields)
    const names = importable(fields).map((name) => labels[name])
    return page(
      c,
      { title: t('registers.import'), status: attempt ? 422 : 200 },
      <>
        <Head title={t('registers.import')} />
        <Stack>
          <ImportSteps at="files" />
          <Card>
            <Form
              action={`${path}/import`}
              errors={attempt?.errors ?? {}}
              values={typed(attempt)}
              multipart
            >
              <Note>
                {t('registers.import_columns', { columns: names.join(', ') })}{' '}
                <a href={`${path}/import/model`} download>
                  {t('registers.import_model')}
                </a>
              </Note>
              <FileField
                name="files"
                label={t('registers.import_file')}
                hint={t('registers.import_hint')}
                accept={['.csv', 'text/csv', '.xlsx', xlsx]}
                most={mostOfList}
                required
              />
              <FormActions>
                <Button tone="primary" icon="eye">
                  {t('registers.import_look')}
                </Button>
              </FormActions>
            </Form>
          </Card>
        </Stack>
      </>,
    )
  }

  async function checkPage(c: Call, id: string, list: ImportedList<F>, insisted = false) {
    const good = list.rows.filter(({ held }) => held)
    const bad = list.rows.filter(({ held }) => !held)
    return page(
      c,
      { title: t('registers.import'), pageClass: 'wide', status: insisted ? 422 : 200 },
      <>
        <Head title={t('registers.import')} />
        <Stack>
          <ImportSteps at="check" />
          <Card>
            <Form
              action={`${path}/import/${id}`}
              errors={
                insisted
                  ? { leave_out: [t('registers.import_tick', { count: bad.length })] }
                  : undefined
              }
            >
              <Note tone={bad.length > 0 ? 'warn' : 'info'}>
                {t('registers.import_counts', { good: good.length, bad: bad.length })}
              </Note>
              {list.unread.length > 0 && (
                <Note>{t('registers.import_unread', { columns: list.unread.join(', ') })}</Note>
              )}
              {bad.length > 0 && good.length > 0 && (
                <Checkbox name="leave_out" label={t('registers.import_leave_out')} />
              )}
              <FormActions>
                {good.length > 0 && (
                  <Button tone="primary" icon="check">
                    {t('registers.import_write', { count: good.length })}
                  </Button>
                )}
                <ButtonLink href={`${path}/import`}>{t('registers.import_again')}</ButtonLink>
              </FormActions>
            </Form>
          </Card>
          {bad.length > 0 && <WrongRows rows={bad} />}
          {good.length > 0 && (
            <Card flush>
              <Table
                caption={t('registers.import_preview', {
                  shown: Math.min(good.length, mostShown),
                  count: good.length,
                })}
                rows={good.slice(0, mostShown)}
                columns={await previewColumns(fields, list, good)}
              />
            </Card>
          )}
        </Stack>
      </>,
    )
  }

  pages.get(`${at}/import`, writes, (c) => uploadPage(c))
  pages.post(`${at}/import`, writes, form(Upload, uploadPage), async (c, sent) => {
    // What cannot be read at all is said where the file is chosen.
    const id = await imported.keep(await uploaded(sent.files))
    return redirect(c, `${path}/import/${id}`, null)
  })
  pages.get(`${at}/import/model`, writes, () => {
    const labels: Record<string, string> = labelsOf(fields)
    const columns = importable(fields).map((name) => ({
      header: labels[name] ?? name,
      value: () => '',
    }))
    return exportAnswer('csv', t('registers.import_model_name'), columns, [])
  })
  pages.get(`${at}/import/:id`, writes, async (c) => {
    const id = c.req.param('id') ?? ''
    return checkPage(c, id, await imported.understood(id))
  })
  pages.post(`${at}/import/:id`, writes, form(Confirmed), async (c, { leave_out }) => {
    const id = c.req.param('id') ?? ''
    const list = await imported.understood(id)
    const count = await imported.write(id, list, leave_out)
    if (count === null) return checkPage(c, id, list, true)
    return redirect(c, path, { key: 'registers.import_done', params: { count } })
  })
}

/** What will be written, as a spreadsheet would tell it. */
async function previewColumns<F extends Fields>(
  fields: F,
  { names }: ImportedList<F>,
  rows: readonly ImportedRow<F>[],
): Promise<Column<ImportedRow<F>>[]> {
  const labels: Record<string, string> = labelsOf(fields)
  const told = names.map(async (name): Promise<Column<ImportedRow<F>>> => {
    const tell = await fields[name]?.plain?.(rows.map(({ held }) => held?.[name]))
    return {
      header: labels[name] ?? name,
      cell: ({ held }) => (tell && held ? cellInWords(tell(held[name])) : ''),
    }
  })
  const number: Column<ImportedRow<F>> = {
    header: t('registers.import_row'),
    width: 'narrow',
    cell: (row) => row.number,
  }
  return [number, ...(await Promise.all(told))]
}

function WrongRows({ rows }: { rows: readonly ImportedRow<Fields>[] }) {
  const sentences = rows.flatMap(({ number, wrong }) => wrong.map((one) => ({ number, ...one })))
  return (
    <Card flush>
      <Table
        caption={t('registers.import_wrong', {
          shown: Math.min(sentences.length, mostShown),
          count: sentences.length,
        })}
        rows={sentences.slice(0, mostShown)}
        columns={[
          { header: t('registers.import_row'), width: 'narrow', cell: ({ number }) => number },
          { header: t('registers.import_column'), cell: ({ column }) => column || '—' },
          { header: t('registers.import_sentence'), cell: ({ sentence }) => sentence },
        ]}
      />
    </Card>
  )
}
