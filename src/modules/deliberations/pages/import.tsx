import { permission } from '#kernel/access'
import { Invalid, NotFound } from '#kernel/errors'
import { formatFileSize, t } from '#kernel/i18n'
import { type Attempt, type Call, fileAnswer, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
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
import { meetingPath } from '../meeting.ts'
import { organs } from '../organ.ts'
import { AnswerForm, UploadForm } from '../plonemeeting/choices.ts'
import { answerDraft, draft, dropDraft, keepDraft } from '../plonemeeting/draft.ts'
import { carryOut, preview } from '../plonemeeting/importing.ts'
import { sampleFiles } from '../plonemeeting/sample.ts'
import { TradeTabs } from './frame.tsx'
import { ImportSteps, previewPage } from './import-preview.tsx'
import { pages } from './routes.ts'

const imports = permission('deliberations.import')
const path = '/deliberations/import'

pages.get('/import', imports, (c) => uploadPage(c))

pages.post('/import', imports, form(UploadForm, uploadPage), async (c, given) => {
  const files = given.sample ? sampleFiles() : await Promise.all(given.files.map(uploaded))
  // A browser sends an empty file where none was chosen.
  const chosen = files.filter(({ name, bytes }) => name !== '' || bytes.length > 0)
  if (chosen.length === 0) throw Invalid.field('files', 'deliberations.import.no_files')
  return redirect(c, `${path}/${await keepDraft(chosen, given.organ_id)}`)
})

const uploaded = async (file: File) => ({ name: file.name, bytes: await file.bytes() })

pages.get('/import/:id', imports, async (c) => {
  const id = c.req.param('id') ?? ''
  const given = await draft(id)
  return previewPage(c, { id, given, preview: await preview(given) })
})

pages.post('/import/:id', imports, form(AnswerForm), async (c, { act, ...answers }) => {
  const id = c.req.param('id') ?? ''
  const given = { ...(await draft(id)), ...answers }
  await answerDraft(id, answers)
  if (act !== 'commit') return redirect(c, `${path}/${id}`)
  const outcome = await carryOut(given)
  if (outcome.done === 'refused')
    return previewPage(c, { id, given, preview: outcome.preview, insisted: true })
  await dropDraft(id)
  if (outcome.done === 'nothing')
    return redirect(c, meetingPath({ id: outcome.meetingId }), {
      key: 'deliberations.import.nothing',
    })
  const { meetingId, items, annexes } = outcome.imported
  return redirect(c, meetingPath({ id: meetingId }), {
    key: 'deliberations.import.done',
    params: { items, annexes },
  })
})

pages.get('/import/sample/:name', imports, async (c) => {
  const file = sampleFiles().find(({ name }) => name === c.req.param('name'))
  if (!file) throw new NotFound()
  const type = 'application/octet-stream'
  return fileAnswer(file.bytes, { name: file.name, type, inPlace: false })
})

async function uploadPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('deliberations.import.title')
  const options = (await organs()).map(({ id, name }) => ({ value: id, label: name }))
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} />
      <TradeTabs current="import" />
      <WithSide side={<Sample />}>
        <ImportSteps at="files" />
        <Card>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)} multipart>
            <Note>{t('deliberations.import.intro')}</Note>
            <FileField
              name="files"
              label={t('deliberations.import.files')}
              hint={t('deliberations.import.files_hint')}
              multiple
              required
            />
            <Select
              name="organ_id"
              label={t('deliberations.import.organ')}
              options={options}
              prompt={t('deliberations.import.organ_hinted')}
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('deliberations.import.look')}
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
    <SideSection title={t('deliberations.import.sample')}>
      <Stack>
        <p>{t('deliberations.import.sample_help')}</p>
        <Row>
          <PostButton action={path} fields={{ sample: 'on' }} icon="play">
            {t('deliberations.import.sample_try')}
          </PostButton>
        </Row>
        <FileList
          label={t('deliberations.import.sample')}
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
