import { may, permission } from '#kernel/access'
import { knownMessage, t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { ActText, page, redirect, typed } from '#kernel/pages'
import { Badge, Button, Card, EmptyState, Form, FormActions, List, Note, Stack } from '#kernel/ui'
import { printed } from '#commons/law'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import { type Attendee, attendance, quorumOf, recordAttendance } from '../attendance.ts'
import { type Meeting, meetingPath, meetings } from '../meeting.ts'
import { AttendanceForm } from '../schema.ts'
import { MeetingHead } from './meeting-head.tsx'
import { pages } from './routes.ts'
import { Roll } from './roll.tsx'

const runsMeetings = permission('deliberations.meeting.run')

const presences = [
  { value: 'present', tone: 'good' },
  { value: 'excused', tone: 'neutral' },
  { value: 'absent', tone: 'bad' },
] as const

pages.get('/meetings/:id/attendance', permission('deliberations.read'), (c) => attendancePage(c))

async function attendancePage(c: Call, attempt?: Attempt): Promise<Response> {
  const meeting = await load(c, meetings)
  const attendees = await attendance(meeting)
  const now = meeting.state === 'frozen' || meeting.state === 'decided'
  return page(
    c,
    { title: meeting.title, status: attempt ? 422 : 200 },
    <>
      <MeetingHead meeting={meeting} current="attendance" />
      <Stack>
        <ImportedAssembly meeting={meeting} />
        <Quorum meeting={meeting} attendees={attendees} />
        {now && may(runsMeetings) ? (
          <PresenceForm meeting={meeting} attendees={attendees} attempt={attempt} />
        ) : (
          <PresenceList attendees={attendees} now={now} />
        )}
      </Stack>
    </>,
  )
}

/** Who was there as the system that it was imported from tells it, for those who note it anew. */
function ImportedAssembly({ meeting }: { meeting: Meeting }) {
  if (!meeting.assembly) return null
  return (
    <Card title={t('deliberations.attendance.imported')}>
      <ActText html={meeting.assembly} label={t('deliberations.attendance.imported')} />
    </Card>
  )
}

async function Quorum({
  meeting,
  attendees,
}: {
  meeting: Meeting
  attendees: readonly Attendee[]
}) {
  const known = attendees.some(({ presence }) => presence)
  const check = known && (await quorumOf(meeting, attendees))
  if (!check) return null
  const { quorum, present, inOffice, article } = check
  const params = { present, inOffice, required: quorum.required }
  return (
    <Note tone={quorum.met ? 'good' : 'bad'} title={t('deliberations.attendance.quorum')}>
      {t(
        quorum.met
          ? 'deliberations.attendance.quorum_met'
          : 'deliberations.attendance.quorum_missed',
        params,
      )}{' '}
      {printed(article)}
    </Note>
  )
}

interface PresenceFormProps {
  meeting: Meeting
  attendees: readonly Attendee[]
  attempt: Attempt | undefined
}

function PresenceForm({ meeting, attendees, attempt }: PresenceFormProps) {
  return (
    <Form
      action={`${meetingPath(meeting)}/attendance`}
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
    >
      <Card title={t('deliberations.attendance.title')} flush>
        <Roll
          choices={presences.map(({ value, tone }) => ({
            value,
            tone,
            label: t(`deliberations.attendance.${value}`),
          }))}
          lines={attendees.map((seat) => ({
            name: `seats.${seat.id}`,
            who: fullName(seat),
            note: `${seat.title} · ${partName(seat)}`,
            value: seat.presence ?? 'present',
          }))}
        />
      </Card>
      <FormActions>
        <Button tone="primary">{t('deliberations.attendance.save')}</Button>
      </FormActions>
    </Form>
  )
}

function PresenceList({ attendees, now }: { attendees: readonly Attendee[]; now: boolean }) {
  if (attendees.length === 0)
    return <EmptyState icon="users" sentence={t('deliberations.attendance.unknown')} />
  return (
    <>
      {!now && !attendees.some(({ presence }) => presence) && (
        <Note>{t('deliberations.attendance.not_now')}</Note>
      )}
      <Card title={t('deliberations.attendance.title')} flush>
        <List
          label={t('deliberations.attendance.title')}
          items={attendees.map((seat) => ({
            title: fullName(seat),
            why: `${seat.title} · ${partName(seat)}`,
            due: seat.presence && (
              <Badge tone={seat.presence === 'present' ? 'good' : 'neutral'}>
                {t(`deliberations.attendance.${seat.presence}`)}
              </Badge>
            ),
          }))}
        />
      </Card>
    </>
  )
}

function partName({ part }: Attendee): string {
  const key = knownMessage(`deliberations.part_of.${part}`)
  return key ? t(key) : part
}

pages.post(
  '/meetings/:id/attendance',
  runsMeetings,
  form(AttendanceForm, attendancePage),
  async (c, seats) => {
    const meeting = await load(c, meetings)
    await recordAttendance(meeting, seats)
    const path = `${meetingPath(meeting)}/attendance`
    return redirect(c, path, { key: 'deliberations.attendance.saved' })
  },
)
