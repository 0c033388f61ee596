import { may, permission } from '#kernel/access'
import { type Attempt, type Call, form } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxGroup,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  Note,
  Stack,
  TextField,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import {
  type Item,
  type Meeting,
  MeetingHead,
  meetingPath,
  meetings,
  presentedIds,
} from '#modules/deliberations'
import { extracts } from '../extract.ts'
import { drafted, extractable, issue } from '../issue.ts'
import { issuedOf } from '../issued.ts'
import { Issuing } from '../schema.ts'
import { pages } from './routes.ts'
import { ExtractText } from './text.tsx'

const issues = permission('extracts.issue')
const pathOfMeeting = (meeting: Meeting) => `${meetingPath(meeting)}/extracts`

pages.get('/meetings/:id/extracts', permission('extracts.read'), (c) => extractsPage(c))

/** The extracts that were issued of a meeting, and the form for others. */
async function extractsPage(c: Call, attempt?: Attempt): Promise<Response> {
  const meeting = await load(c, meetings)
  const issued = await issuedOf(meeting)
  const open = may(issues) ? await extractable(meeting, await presentedIds(meeting)) : []
  return page(
    c,
    { title: meeting.title, status: attempt ? 422 : 200 },
    <>
      <MeetingHead meeting={meeting} current="extracts" />
      <Stack>
        {issued.length === 0 ? (
          <EmptyState icon="file-text" sentence={t('extracts.none_of_meeting')} />
        ) : (
          <Card title={t('extracts.list')} flush>
            <List
              label={t('extracts.list')}
              items={issued.map(({ id, title, reference, issued_on, recipient }) => ({
                title,
                href: extracts.path(id),
                why: [reference, formatDate(issued_on, 'short'), recipient]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </Card>
        )}
        {open.length > 0 && (
          <Card title={t('extracts.new')}>
            <Form
              action={`${pathOfMeeting(meeting)}/preview`}
              errors={attempt?.errors ?? {}}
              values={typed(attempt)}
              shows
            >
              <Chosen points={open} chosen={[]} />
              <FormActions>
                <Button tone="primary">{t('extracts.preview')}</Button>
                <ButtonLink href="/deliberations/signatories">
                  {t('extracts.signatories')}
                </ButtonLink>
              </FormActions>
            </Form>
          </Card>
        )}
      </Stack>
    </>,
  )
}

interface ChosenProps {
  points: readonly Item[]
  chosen: readonly string[]
  together?: boolean
  recipient?: string
}

const Chosen = ({ points, chosen, together = false, recipient = '' }: ChosenProps) => (
  <>
    <CheckboxGroup
      name="items"
      label={t('extracts.points')}
      choices={points.map(({ id, number, title, privacy }) => ({
        value: id,
        label: (
          <>
            {number}. {title}{' '}
            {privacy === 'secret' && <Badge tone="warn">{t('extracts.secret')}</Badge>}
          </>
        ),
      }))}
      values={chosen}
    />
    <Checkbox name="together" label={t('extracts.together')} checked={together} />
    <TextField
      name="recipient"
      label={t('extracts.recipient')}
      help={t('extracts.recipient_help')}
      value={recipient}
    />
  </>
)

pages.post(
  '/meetings/:id/extracts/preview',
  issues,
  form(Issuing, extractsPage),
  async (c, issuing) => {
    const meeting = await load(c, meetings)
    const drafts = await drafted(meeting, issuing)
    const open = await extractable(meeting, await presentedIds(meeting))
    return page(
      c,
      { title: t('extracts.preview') },
      <>
        <Head
          reference={<a href={pathOfMeeting(meeting)}>{meeting.title}</a>}
          title={t('extracts.preview')}
        />
        <Stack>
          <Note>{t('extracts.will_issue', { count: drafts.length })}</Note>
          <Card title={t('extracts.issue')}>
            <Form action={pathOfMeeting(meeting)} id="issue" unkept>
              <Chosen
                points={open}
                chosen={issuing.items}
                together={issuing.together}
                recipient={issuing.recipient}
              />
              <FormActions>
                <Button tone="primary">{t('extracts.issue')}</Button>
              </FormActions>
            </Form>
          </Card>
          {drafts.map(({ data, points }) => (
            <Card title={points.map(({ number }) => number).join(', ')}>
              <ExtractText data={data} />
            </Card>
          ))}
        </Stack>
      </>,
    )
  },
)

pages.post('/meetings/:id/extracts', issues, form(Issuing, extractsPage), async (c, issuing) => {
  const meeting = await load(c, meetings)
  const made = await issue(meeting, issuing)
  return redirect(c, pathOfMeeting(meeting), {
    key: 'extracts.issued_now',
    params: { count: made.length },
  })
})
