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
  Table,
} from '#kernel/ui'
import {
  draft,
  dropDraft,
  importFiles,
  type ImportKind,
  ImportSteps,
  keepDraft,
  uploaded,
} from '#commons/imports'
import {
  type Fields,
  importable,
  ensureImportable,
  type ImportedList,
  type ImportedRow,
  importOf,
  labelsOf,
  type OwnColumns,
  type RecordKind,
} from '#commons/records'

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

const Upload = z.object({ files: importFiles(1) })
const Confirmed = z.object({ leave_out: flag() })

/** How many rows a page shows, of those that will be written and of what is wrong. */
const mostShown = 100

/** Adds the pages on which a list is read, looked at and written: all of it or nothing. */
export function importRoutes<F extends Fields, Own extends OwnColumns<F>>(
  pages: PageRoutes,
  at: string,
  record: RecordKind<F, Own>,
  { writes, path }: { writes: Permission; path: string },
): void {
  const { kind, fields } = record
  const imported: ImportKind<object> = { name: kind.name, answers: z.object({}) }

  async function uploadPage(c: Call, attempt?: Attempt): Promise<Response> {
    const labels: Record<string, string> = labelsOf(fields)
    const names = importable(fields).map((name) => labels[name])
    return page(
      c,
      { title: t('registers.import'), status: attempt ? 422 : 200 },
      <>
        <Head title={t('registers.import')} />
        <ImportSteps at="files" />
        <Card>
          <Form
            action={`${path}/import`}
            errors={attempt?.errors ?? {}}
            values={typed(attempt)}
            multipart
          >
            <Note>{t('registers.import_columns', { columns: names.join(', ') })}</Note>
            <FileField
              name="files"
              label={t('registers.import_file')}
              hint={t('registers.import_hint')}
              accept={['.csv', 'text/csv']}
              required
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('registers.import_look')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </>,
    )
  }

  async function understood(id: string): Promise<ImportedList<F>> {
    const { files } = await draft(imported, id)
    return importOf(fields, files[0]?.bytes ?? new Uint8Array())
  }

  async function checkPage(c: Call, id: string, list: ImportedList<F>, insisted = false) {
    const good = list.rows.filter(({ held }) => held)
    const bad = list.rows.filter(({ held }) => !held)
    return page(
      c,
      { title: t('registers.import'), pageClass: 'wide', status: insisted ? 422 : 200 },
      <>
        <Head title={t('registers.import')} />
        <ImportSteps at="check" />
        <Card>
          <Form action={`${path}/import/${id}`}>
            <Note tone={bad.length > 0 ? 'warn' : 'info'}>
              {t('registers.import_counts', { good: good.length, bad: bad.length })}
            </Note>
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
      </>,
    )
  }

  pages.get(`${at}/import`, writes, (c) => uploadPage(c))
  pages.post(`${at}/import`, writes, form(Upload, uploadPage), async (c, sent) => {
    const files = await uploaded(sent.files)
    // What cannot be read at all is said where the file is chosen.
    ensureImportable(fields, files[0]?.bytes ?? new Uint8Array())
    return redirect(c, `${path}/import/${await keepDraft(imported, files, {})}`, null)
  })
  pages.get(`${at}/import/:id`, writes, async (c) => {
    const id = c.req.param('id') ?? ''
    return checkPage(c, id, await understood(id))
  })
  pages.post(`${at}/import/:id`, writes, form(Confirmed), async (c, { leave_out }) => {
    const id = c.req.param('id') ?? ''
    const list = await understood(id)
    const given = list.rows.map((row) => row.given).filter((one) => one !== null)
    const isWhole = given.length === list.rows.length || leave_out
    if (!isWhole || given.length === 0) return checkPage(c, id, list, true)
    const { many, write } = record
    if (many?.like === write) await many.write(given)
    else for (const one of given) await write(one)
    await dropDraft(id)
    return redirect(c, path, { key: 'registers.import_done', params: { count: given.length } })
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
          { header: t('registers.import_row'), cell: ({ number }) => number },
          { header: t('registers.import_column'), cell: ({ column }) => column || '—' },
          { header: t('registers.import_sentence'), cell: ({ sentence }) => sentence },
        ]}
      />
    </Card>
  )
}
