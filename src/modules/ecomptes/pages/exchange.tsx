import { may, permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { ensure, NotFound } from '#kernel/errors'
import { formatDateTime, formatFileSize, t } from '#kernel/i18n'
import {
  type Attempt,
  type Call,
  fileAnswer,
  form,
  PageRoutes,
  wantsAll,
  bytesWithFiles,
} from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  Cut,
  EmptyState,
  FileField,
  FileList,
  Form,
  FormActions,
  Head,
  List,
  Note,
  PostButton,
  Row,
  SideSection,
  Stack,
  WithSide,
} from '#kernel/ui'
import { annexesOf } from '#commons/annexes'
import { latestHistory, load, read, readMany } from '#commons/dossiers'
import { answerDraft, draft, dropDraft, ImportSteps, keepDraft, uploaded } from '#commons/imports'
import { type Plan, PlanHead, listPlans, planPath, plans } from '#modules/strategy'
import { AnswerForm, ExportQuery, UploadForm } from '../choices.ts'
import { type Body, bodiesOf, exchangeOf, exportName } from '../export.ts'
import type { ExchangeShape } from '../exchange.ts'
import { carryOut, planImport, preview, wholly } from '../importing.ts'
import { noAnswers } from '../here.ts'
import { sampleFile } from '../sample.ts'
import { standingOf } from '../standing.ts'
import { writeExchange } from '../write.ts'
import { reportPage } from './report.tsx'

const exchanges = permission('ecomptes.exchange')
const path = '/strategy/ecomptes'

export const pages = new PageRoutes('/strategy')

pages.get('/ecomptes', exchanges, (c) => uploadPage(c))

pages.post('/ecomptes', exchanges, form(UploadForm, uploadPage), async (c, given) => {
  const [file = sampleFile()] = given.sample ? [] : await uploaded(given.file)
  await wholly(() => preview(file, noAnswers))
  return redirect(c, `${path}/${await keepDraft(planImport, [file], noAnswers)}`, null)
})

/** From plans to the exchange with eComptes, for those who may. */
export const ExchangeLink = () =>
  may(exchanges) && (
    <ButtonLink href={path} icon="upload">
      {t('ecomptes.import')}
    </ButtonLink>
  )

async function begun(c: Call) {
  const id = c.req.param('id') ?? ''
  const { files, answers } = await draft(planImport, id)
  const [file] = files
  ensure(file, NotFound, 'imports.over')
  return { id, file, answers }
}

pages.get('/ecomptes/sample', exchanges, () => {
  const { name, bytes } = sampleFile()
  return fileAnswer(bytes, { name, type: 'text/xml', inPlace: false })
})

pages.get('/ecomptes/:id', exchanges, (c) => checkPage(c))

async function checkPage(c: Call, attempt?: Attempt): Promise<Response> {
  const { id, file, answers } = await begun(c)
  return reportPage(c, { id, file, attempt, report: await wholly(() => preview(file, answers)) })
}

pages.post('/ecomptes/:id', exchanges, form(AnswerForm, checkPage), async (c, sent) => {
  const { act, edition, ...answers } = sent
  const { id, file } = await begun(c)
  await answerDraft(planImport, id, answers)
  if (act === 'look') return redirect(c, `${path}/${id}`, null)
  const outcome = await wholly(() => carryOut(file, answers, edition))
  if (outcome.done === 'refused')
    return reportPage(c, { id, file, report: outcome.report, insisted: true })
  await dropDraft(id)
  const { planId, added, changed } = outcome.imported
  const [seen] = await readMany(plans, [planId])
  return redirect(c, seen ? tabPath(seen) : path, {
    key: 'ecomptes.imported',
    params: { added, changed },
  })
})

async function uploadPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('ecomptes.title')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('ecomptes.version')} />
      <WithSide side={<Sample />}>
        <ImportSteps at="files" />
        <Card title={t('ecomptes.import')}>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)} multipart>
            <Note>{t('ecomptes.import_help')}</Note>
            <FileField
              name="file"
              label={t('ecomptes.file')}
              accept={['.xml']}
              most={bytesWithFiles}
              required
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('ecomptes.look')}
              </Button>
            </FormActions>
          </Form>
        </Card>
        <Exports plans={await wholly(listPlans)} />
      </WithSide>
    </>,
  )
}

/** The fictional plan: tried at once, or downloaded to see what a file looks like. */
function Sample() {
  const { name, bytes } = sampleFile()
  const kind = formatFileSize(bytes.length)
  return (
    <SideSection title={t('ecomptes.sample')}>
      <Stack>
        <p>{t('ecomptes.sample_help')}</p>
        <Row>
          <PostButton action={path} fields={{ sample: 'on' }} icon="play">
            {t('ecomptes.sample_try')}
          </PostButton>
        </Row>
        <FileList label={t('ecomptes.sample')} files={[{ name, href: `${path}/sample`, kind }]} />
      </Stack>
    </SideSection>
  )
}

type Exported = Pick<Plan, 'id' | 'title' | 'body'>

function Exports({ plans: all }: { plans: readonly Exported[] }) {
  return (
    <Card title={t('ecomptes.export')} flush={all.length > 0}>
      {all.length === 0 && <EmptyState icon="target" sentence={t('strategy.plan.none')} />}
      <List
        label={t('ecomptes.export')}
        items={all.map((plan) => ({
          title: plan.title,
          why: t(`strategy.body.${plan.body}`),
          due: <ExportButtons plan={plan} />,
        }))}
      />
    </Card>
  )
}

function ExportButtons({ plan }: { plan: Exported }) {
  return (
    <Row>
      {bodiesOf(plan).map((body) => (
        <ButtonLink href={exportPath(plan, body, 'to_ecomptes')} icon="download" small download>
          {t(`ecomptes.export.${body}`)}
        </ButtonLink>
      ))}
    </Row>
  )
}

const tabPath = (plan: { id: string }) => `${planPath(plan)}/ecomptes`
const exportPath = (plan: Exported, body: Body, shape: ExchangeShape) =>
  `${planPath(plan)}/ecomptes.xml?body=${body}&shape=${shape}`

pages.get('/plans/:id/ecomptes.xml', exchanges, form(ExportQuery), (c, { body, shape }) =>
  wholly(async () => {
    const plan = await read(plans, c.req.param('id') ?? '')
    const [first = 'AC', ...others] = bodiesOf(plan)
    ensure([first, ...others].includes(body ?? first), NotFound, 'errors.not_found')
    const exchange = exchangeOf(await standingOf(plan), body ?? first)
    const bytes = await writeExchange(exchange, shape)
    await audit('download', c.req.path)
    return fileAnswer(bytes, { name: exportName(exchange), type: 'text/xml', inPlace: false })
  }),
)

pages.get('/plans/:id/ecomptes', exchanges, async (c) => {
  const plan = await load(c, plans)
  const files = (await annexesOf(plan.id)).filter(({ file_name }) => /\.xml$/i.test(file_name))
  return page(
    c,
    { title: plan.title },
    <>
      <PlanHead plan={plan} current="ecomptes">
        <ExchangeLink />
      </PlanHead>
      <Stack>
        <Card title={t('ecomptes.export')}>
          <Stack>
            <p>{t('ecomptes.export_help')}</p>
            <ExportButtons plan={plan} />
            <Row>
              {bodiesOf(plan).map((body) => (
                <a href={exportPath(plan, body, 'from_ecomptes')}>
                  {t('ecomptes.export.whole', { body: t(`ecomptes.export.${body}`) })}
                </a>
              ))}
            </Row>
          </Stack>
        </Card>
        {files.length > 0 && (
          <Card title={t('ecomptes.files')}>
            <FileList
              label={t('ecomptes.files')}
              files={files.map(({ id, file_name, size }) => ({
                name: file_name,
                href: `/annexes/${id}`,
                kind: formatFileSize(size),
              }))}
            />
          </Card>
        )}
        <Imports plan={plan} all={wantsAll(c, 'imports')} />
      </Stack>
    </>,
  )
})

/** What was imported into a plan: when, by whom, how much. */
async function Imports({ plan, all }: { plan: Plan; all: boolean }) {
  const lines = await latestHistory(plan.id, { by: 'ecomptes', all })
  if (lines.rows.length === 0) return null
  return (
    <Card title={t('ecomptes.imports')} flush>
      <List
        label={t('ecomptes.imports')}
        items={lines.rows.map(({ type, actor_name, at, data }) => ({
          title: t(`ecomptes.import.done.${type.endsWith('create') ? 'create' : 'update'}`),
          why: t('ecomptes.import.counts', {
            ...{ who: actor_name, file: String(data['title']) },
            ...{ added: Number(data['added']), changed: Number(data['changed']) },
          }),
          due: formatDateTime(at, 'short'),
        }))}
      />
      <Cut of={lines} href={`${planPath(plan)}/ecomptes?all=imports`} />
    </Card>
  )
}
