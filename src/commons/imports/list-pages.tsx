import { z } from 'zod'
import { may } from '#kernel/access'
import { asking, type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { reasonInWords } from '#kernel/jobs'
import { Edition, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  FileField,
  Form,
  FormActions,
  Head,
  Note,
  PostButton,
  Progress,
  Row,
  Stack,
} from '#kernel/ui'
import { exportAnswer } from '#commons/exports'
import { CheckForm, FoundTables } from './check-page.tsx'
import { ListAnswers } from './found.ts'
import { ImportSteps } from './import-steps.tsx'
import { beginWriting, keepList, listState, type ListState, opened, tryAgain } from './list.ts'
import type { ListKind } from './list-kind.ts'
import { importFiles } from './upload.ts'

/** The way to the import of a list, above the list. */
export function ImportButton({ of: { path, writes } }: { of: ListKind }) {
  return (
    may(writes) && (
      <ButtonLink href={`${path}/import`} icon="upload">
        {t('imports.list')}
      </ButtonLink>
    )
  )
}

const Upload = z.object({ files: importFiles(1) })
const Confirmed = z.object({ ...ListAnswers.shape, ...Edition.partial().shape })

/** Adds the pages on which a list is sent, looked at and written: all of it or nothing. `at` is its list in `pages`. */
export function listPages(pages: PageRoutes, at: string, kind: ListKind): void {
  const { writes, path } = kind
  const own = `${path}/import`
  const idOf = (c: Call) => c.req.param('id') ?? ''

  pages.get(`${at}/import`, writes, (c) => uploadPage(c, kind))
  asking(
    pages,
    'post',
    `${at}/import`,
    writes,
    form(Upload, (c, attempt) => uploadPage(c, kind, attempt)),
    async (c, sent) => {
      // What cannot be read at all is said where the file is chosen.
      const files = await opened(kind, sent.files)
      return async () => redirect(c, `${own}/${await keepList(kind, files)}`, null)
    },
  )
  pages.get(`${at}/import/model`, writes, () =>
    exportAnswer(
      'csv',
      t('imports.model_name'),
      kind.columns().map((header) => ({ header, value: () => '' })),
      [],
    ),
  )
  pages.get(`${at}/import/:id`, writes, async (c) =>
    statePage(c, kind, await listState(kind, idOf(c))),
  )
  pages.post(
    `${at}/import/:id`,
    writes,
    form(Confirmed, async (c, attempt) =>
      statePage(c, kind, await listState(kind, idOf(c)), attempt),
    ),
    async (c, { edition, ...answers }) => {
      await beginWriting(kind, idOf(c), answers, edition)
      return redirect(c, `${own}/${idOf(c)}`, null)
    },
  )
  pages.post(`${at}/import/:id/again`, writes, async (c) => {
    await tryAgain(kind, idOf(c))
    return redirect(c, `${own}/${idOf(c)}`, null)
  })
}

const Crumbs = ({ of: { list, path } }: { of: ListKind }) => (
  <Breadcrumbs trail={[{ label: t(list), href: path }, { label: t('imports.list') }]} />
)

function uploadPage(c: Call, kind: ListKind, attempt?: Attempt) {
  const { path, hint, accept, mostBytes, columns, needed } = kind
  return page(
    c,
    { title: t('imports.list'), status: attempt ? 422 : 200 },
    <>
      <Crumbs of={kind} />
      <Head title={t('imports.list')} />
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
              {t('imports.columns', {
                columns: columns().join(', '),
                needed: needed().join(', '),
                count: needed().length,
              })}{' '}
              <a href={`${path}/import/model`} download>
                {t('imports.model')}
              </a>
            </Note>
            <FileField
              name="files"
              label={t('imports.file')}
              hint={t(hint)}
              accept={accept}
              most={mostBytes}
              required
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('imports.look')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

/** A list where it has come to: it is read, looked at, written, or was written. */
function statePage(c: Call, kind: ListKind, state: ListState, attempt?: Attempt) {
  const { stage, reason, found } = state
  const isUnderWay = (stage === 'reading' || stage === 'writing') && !reason
  return page(
    c,
    {
      title: t('imports.list'),
      pageClass: 'wide',
      pending: isUnderWay,
      status: attempt ? 422 : 200,
    },
    <>
      <Crumbs of={kind} />
      <Head title={t('imports.list')} />
      <Stack>
        <ImportSteps at={stage === 'written' ? 'done' : 'check'} />
        {isUnderWay && <UnderWay of={state} />}
        {reason && <Failed of={state} at={`${kind.path}/import`} />}
        {stage === 'written' && <Written of={state} kind={kind} />}
        {stage === 'read' && found && (
          <>
            <CheckForm at={`${kind.path}/import`} of={{ ...state, found }} attempt={attempt} />
            <FoundTables found={found} />
          </>
        )}
      </Stack>
    </>,
  )
}

function UnderWay({ of: { stage, done, total } }: { of: ListState }) {
  const isKnown = total > 0
  return (
    <Card>
      <Stack>
        <Progress
          label={t(stage === 'reading' ? 'imports.reading' : 'imports.writing')}
          value={done}
          max={isKnown ? total : 1}
          text={isKnown ? undefined : t('imports.begins')}
        />
        <p class="muted">{t('imports.may_leave')}</p>
      </Stack>
    </Card>
  )
}

function Failed({ of: { id, stage, reason }, at }: { of: ListState; at: string }) {
  if (!reason) return null
  return (
    <div role="alert">
      <Note
        tone="bad"
        title={t(stage === 'reading' ? 'imports.reading_failed' : 'imports.writing_failed')}
      >
        <p>{reasonInWords(reason)}</p>
        <Row>
          <PostButton action={`${at}/${id}/again`} icon="refresh-cw">
            {t('imports.try_again')}
          </PostButton>
          <ButtonLink href={at}>{t('imports.other_file')}</ButtonLink>
        </Row>
      </Note>
    </div>
  )
}

function Written({ of: { written }, kind }: { of: ListState; kind: ListKind }) {
  return (
    <Card>
      <Stack>
        <Note tone="good">{t('imports.written', { count: written ?? 0 })}</Note>
        <Row>
          <ButtonLink href={kind.path} tone="primary">
            {t(kind.list)}
          </ButtonLink>
          {kind.next && <ButtonLink href={kind.next.href}>{t(kind.next.label)}</ButtonLink>}
          <ButtonLink href={`${kind.path}/import`}>{t('imports.another')}</ButtonLink>
        </Row>
      </Stack>
    </Card>
  )
}
