import { may, permission } from '#kernel/access'
import { knownMessage, t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { ActText, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import { Badge, Button, Card, EmptyState, Form, FormActions, List, Note, Stack } from '#kernel/ui'
import { printed } from '#commons/law'
import { fullName } from '#commons/directory'
import { lastToChange, load } from '#commons/dossiers'
import { type Meeting, MeetingHead, meetingPath, meetings } from '#modules/deliberations'
import {
  type Attendee,
  attendance,
  quorumOf,
  recordAttendance,
  standingAttendance,
} from '../attendance.ts'
import { AttendanceForm } from '../schema.ts'
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
    <Card title={t('sittings.attendance.imported')}>
      <ActText html={meeting.assembly} label={t('sittings.attendance.imported')} />
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
    <Note tone={quorum.met ? 'good' : 'bad'} title={t('sittings.attendance.quorum')}>
      {t(
        quorum.met ? 'sittings.attendance.quorum_met' : 'sittings.attendance.quorum_missed',
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
      <EditionField of={standingAttendance(attendees)} attempt={attempt}>
        <ul>
          {attendees.map((seat) => (
            <li>
              {fullName(seat)} : {seat.presence ? t(`sittings.attendance.${seat.presence}`) : '—'}
            </li>
          ))}
        </ul>
      </EditionField>
      <Card title={t('sittings.attendance.title')} flush>
        <Roll
          choices={presences.map(({ value, tone }) => ({
            value,
            tone,
            label: t(`sittings.attendance.${value}`),
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
        <Button tone="primary">{t('sittings.attendance.save')}</Button>
      </FormActions>
    </Form>
  )
}

function PresenceList({ attendees, now }: { attendees: readonly Attendee[]; now: boolean }) {
  if (attendees.length === 0)
    return <EmptyState icon="users" sentence={t('sittings.attendance.unknown')} />
  return (
    <>
      {!now && !attendees.some(({ presence }) => presence) && (
        <Note>{t('sittings.attendance.not_now')}</Note>
      )}
      <Card title={t('sittings.attendance.title')} flush>
        <List
          label={t('sittings.attendance.title')}
          items={attendees.map((seat) => ({
            title: fullName(seat),
            why: `${seat.title} · ${partName(seat)}`,
            due: seat.presence && (
              <Badge tone={seat.presence === 'present' ? 'good' : 'neutral'}>
                {t(`sittings.attendance.${seat.presence}`)}
              </Badge>
            ),
          }))}
        />
      </Card>
    </>
  )
}

function partName({ part }: Attendee): string {
  const key = knownMessage(`organs.part.${part}`)
  return key ? t(key) : part
}

pages.post(
  '/meetings/:id/attendance',
  runsMeetings,
  form(AttendanceForm, attendancePage),
  async (c, { seats, edition }) => {
    const meeting = await load(c, meetings)
    const standing = standingAttendance(await attendance(meeting))
    ensureEdition(standing, edition, await lastToChange(meeting.id))
    await recordAttendance(meeting, seats)
    const path = `${meetingPath(meeting)}/attendance`
    return redirect(c, path, { key: 'sittings.attendance.saved' })
  },
)
