import { z } from 'zod'
import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { formatFileSize, t } from '#kernel/i18n'
import {
  asking,
  type Attempt,
  bytesWithFiles,
  type Call,
  fileAnswer,
  form,
  PageRoutes,
  type Step,
} from '#kernel/http'
import { page, redirect, TradeTabs, typed } from '#kernel/pages'
import {
  Button,
  Card,
  FileField,
  FileList,
  Form,
  FormActions,
  Head,
  Note,
  PostButton,
  Row,
  Select,
  SideSection,
  Stack,
  WithSide,
} from '#kernel/ui'
import { answerDraft, draft, dropDraft, ImportSteps, keepDraft, uploaded } from '#commons/imports'
import { organs } from '#commons/organs'
import { meetingPath, deliberationTabs } from '#modules/deliberations'
import { AnswerForm, meetingImport, UploadForm } from '../choices.ts'
import { carryOut, preview, uploadOf } from '../importing.ts'
import { noChoices } from '../plan.ts'
import { sampleFiles } from '../sample.ts'
import { type Begun, previewPage } from './preview.tsx'

const imports = permission('plonemeeting.import')
const path = '/deliberations/import'

export const pages = new PageRoutes(path)

pages.get('/', imports, (c) => uploadPage(c))

pages.post('/', imports, form(UploadForm, uploadPage), async (c, given) => {
  const files = given.sample ? sampleFiles() : await uploaded(given.files)
  // What is over there is proposed as it was; the page that shows it asks.
  const answers = { organId: given.organ_id, choices: { ...noChoices, held: null } }
  return redirect(c, `${path}/${await keepDraft(meetingImport, files, answers)}`, null)
})

/** An import that was begun, its files read: before the transaction that answers. */
async function begun(id: string, step: Step): Promise<Begun> {
  const { files, answers } = await step(() => draft(meetingImport, id))
  return { files, upload: await uploadOf(files), ...answers }
}

asking(pages, 'get', '/:id', imports, form(z.object({})), async (c, _given, step) => {
  const id = c.req.param('id') ?? ''
  const given = await begun(id, step)
  return async () => previewPage(c, { id, given, preview: await preview(given) })
})

asking(pages, 'post', '/:id', imports, form(AnswerForm), async (c, { act, ...answers }, step) => {
  const id = c.req.param('id') ?? ''
  const before = act === 'commit' ? await begun(id, step) : null
  return async () => {
    await answerDraft(meetingImport, id, answers)
    if (!before) return redirect(c, `${path}/${id}`, null)
    const given = { ...before, ...answers }
    const outcome = await carryOut(given)
    if (outcome.done === 'refused')
      return previewPage(c, { id, given, preview: outcome.preview, insisted: true })
    await dropDraft(id)
    if (outcome.done === 'nothing')
      return redirect(c, meetingPath({ id: outcome.meetingId }), { key: 'plonemeeting.nothing' })
    const { meetingId, items, annexes } = outcome.imported
    return redirect(c, meetingPath({ id: meetingId }), {
      key: 'plonemeeting.done',
      params: { items, annexes },
    })
  }
})

pages.get('/sample/:name', imports, async (c) => {
  const file = sampleFiles().find(({ name }) => name === c.req.param('name'))
  if (!file) throw new NotFound()
  const type = 'application/octet-stream'
  return fileAnswer(file.bytes, { name: file.name, type, inPlace: false })
})

async function uploadPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('plonemeeting.title')
  const options = (await organs()).map(({ id, name }) => ({ value: id, label: name }))
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} />
      <TradeTabs of={deliberationTabs} current={path} />
      <WithSide side={<Sample />}>
        <ImportSteps at="files" />
        <Card>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)} multipart>
            <Note>{t('plonemeeting.intro')}</Note>
            <FileField
              name="files"
              label={t('plonemeeting.files')}
              hint={t('plonemeeting.files_hint')}
              multiple
              most={bytesWithFiles}
              required
            />
            <Select
              name="organ_id"
              label={t('plonemeeting.organ')}
              options={options}
              prompt={t('plonemeeting.organ_hinted')}
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('plonemeeting.look')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </WithSide>
    </>,
  )
}

/** The fictional meeting: tried at once, or downloaded to see what the files look like. */
function Sample() {
  return (
    <SideSection title={t('plonemeeting.sample')}>
      <Stack>
        <p>{t('plonemeeting.sample_help')}</p>
        <Row>
          <PostButton action={path} fields={{ sample: 'on' }} icon="play">
            {t('plonemeeting.sample_try')}
          </PostButton>
        </Row>
        <FileList
          label={t('plonemeeting.sample')}
          files={sampleFiles().map(({ name, bytes }) => ({
            name,
            href: `${path}/sample/${name}`,
            kind: formatFileSize(bytes.length),
          }))}
        />
      </Stack>
    </SideSection>
  )
}
