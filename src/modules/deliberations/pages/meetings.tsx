import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { formatTime, t } from '#kernel/i18n'
import { type Attempt, type Call, form, optionalLine } from '#kernel/http'
import { page, redirect, TradeTabs, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  Checkbox,
  DateTimeField,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  type ListItem,
  Pagination,
  Select,
  TextField,
} from '#kernel/ui'
import { StateBadge } from '#commons/workflow'
import { settled } from '#commons/settings'
import { meetingPath, overStates } from '../meeting.ts'
import { planMeeting } from '../planning.ts'
import { openOrgans } from '#commons/organs'
import { countMeetings, type ListedMeeting, listMeetings } from '../queries.ts'
import { NewMeeting } from '../schema.ts'
import { meetingWorkflow } from '../workflow.ts'
import { usualPlace } from '../settings.ts'
import { deliberationTabs } from './tabs.ts'
import { pages } from './routes.ts'

const plansMeetings = permission('deliberations.meeting.plan')

const Shown = z.object({ after: optionalLine(1000) })

pages.get('/', permission('deliberations.read'), form(Shown), async (c, { after }) => {
  const { items: meetings, next } = await listMeetings(after)
  const open = meetings.filter(({ state }) => !overStates.includes(state)).toReversed()
  const past = meetings.filter(({ state }) => overStates.includes(state))
  const title = t('deliberations.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        actions={
          may(plansMeetings) && (
            <ButtonLink href="/deliberations/meetings/new" tone="primary" icon="calendar-days">
              {t('deliberations.meeting.plan')}
            </ButtonLink>
          )
        }
      />
      <TradeTabs of={deliberationTabs} current="/deliberations" />
      {meetings.length === 0 && (
        <EmptyState icon="calendar-days" sentence={t('deliberations.meeting.none')} />
      )}
      {open.length > 0 && (
        <Card title={t('deliberations.meeting.upcoming')} flush>
          <List items={open.map(meetingItem)} label={t('deliberations.meeting.upcoming')} />
        </Card>
      )}
      {past.length > 0 && (
        <Card title={t('deliberations.meeting.past')} flush>
          <List items={past.map(meetingItem)} label={t('deliberations.meeting.past')} />
        </Card>
      )}
      {(after || next) && (
        <Pagination
          first={after ? '/deliberations' : undefined}
          next={next ? `/deliberations?after=${next}` : undefined}
          summary={t('deliberations.meeting.shown', {
            count: meetings.length,
            all: await countMeetings(),
          })}
        />
      )}
    </>,
  )
})

function meetingItem(meeting: ListedMeeting): ListItem {
  const { title, starts_at, place, items, state, reference } = meeting
  const count = t('deliberations.meeting.points', { count: items })
  return {
    title,
    href: meetingPath(meeting),
    icon: 'gavel',
    why: [formatTime(starts_at), place, count, reference].filter(Boolean).join(' · '),
    due: <StateBadge flow={meetingWorkflow} state={state} />,
  }
}

pages.get('/meetings/new', plansMeetings, (c) => newMeetingPage(c))

pages.post(
  '/meetings',
  plansMeetings,
  form(NewMeeting, newMeetingPage),
  async (c, { organ_id, starts_at, ...plan }) => {
    const meeting = await planMeeting({ organId: organ_id, startsAt: starts_at, ...plan })
    return redirect(c, meetingPath(meeting), { key: 'deliberations.meeting.planned' })
  },
)

async function newMeetingPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('deliberations.meeting.plan')
  const options = (await openOrgans()).map(({ id, name }) => ({ value: id, label: name }))
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} />
      <Form action="/deliberations/meetings" errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <Select
          name="organ_id"
          label={t('deliberations.meeting.organ')}
          options={options}
          prompt={t('deliberations.item.choose')}
          required
        />
        <DateTimeField name="starts_at" label={t('deliberations.meeting.starts_at')} required />
        <TextField
          name="place"
          label={t('deliberations.meeting.place')}
          value={await settled(usualPlace)}
        />
        <Checkbox
          name="held"
          label={t('deliberations.meeting.held')}
          help={t('deliberations.meeting.held_help')}
        />
        <FormActions>
          <Button tone="primary">{title}</Button>
        </FormActions>
      </Form>
    </>,
  )
}
