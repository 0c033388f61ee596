import { may, permission } from '#kernel/access'
import { knownMessage, t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { ActText, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  List,
  Note,
  Row,
  Select,
  Stack,
} from '#kernel/ui'
import { printed } from '#commons/law'
import { fullName } from '#commons/directory'
import { lastToChange, load } from '#commons/dossiers'
import {
  agendaOf,
  type Meeting,
  MeetingHead,
  meetingPath,
  meetings,
  recordObstacle,
} from '#modules/deliberations'
import {
  mayBe,
  mayNote,
  type Officers,
  proposedOfficers,
  recordAttendance,
  standingAttendance,
} from '../attendance.ts'
import { type Attendee, countedAtOpening, isNoted, type Sitting } from '../presence.ts'
import { quorumAmong, quorumRule } from '../quorum.ts'
import { AttendanceForm } from '../schema.ts'
import { attendance, officersOf, sittingOf } from '../sitting.ts'
import { HoursCard } from './hours.tsx'
import { Incidents } from './incidents.tsx'
import { Movements } from './movements.tsx'
import { Proxies } from './proxies.tsx'
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
  const sitting = await sittingOf(meeting)
  const officers = await officersOf(meeting)
  const lines = await agendaOf(meeting.id)
  const notes = mayNote(meeting) && may(runsMeetings) && (await recordObstacle(meeting)) === null
  return page(
    c,
    { title: meeting.title, status: attempt ? 422 : 200 },
    <>
      <MeetingHead meeting={meeting} current="attendance" />
      <Stack>
        <ImportedAssembly meeting={meeting} />
        <Quorum meeting={meeting} sitting={sitting} />
        {isNoted(sitting) && lines.length > 0 && (
          <Row>
            <ButtonLink href={`${meetingPath(meeting)}/grid`} icon="table">
              {t('sittings.grid.open')}
            </ButtonLink>
          </Row>
        )}
        {notes ? (
          <PresenceForm {...{ meeting, officers, attempt }} attendees={sitting.attendees} />
        ) : (
          <PresenceList {...{ officers }} attendees={sitting.attendees} now={mayNote(meeting)} />
        )}
        <HoursCard meeting={meeting} corrects={notes} />
        <Proxies {...{ meeting, sitting, lines }} />
        <Movements {...{ meeting, sitting, lines }} />
        <Incidents {...{ meeting, sitting, lines }} />
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

async function Quorum({ meeting, sitting }: { meeting: Meeting; sitting: Sitting }) {
  const check =
    isNoted(sitting) && quorumAmong(await quorumRule(meeting), sitting, countedAtOpening(sitting))
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
  officers: Officers
  attempt: Attempt | undefined
}

const offices = ['presides', 'keeps'] as const

function PresenceForm({ meeting, attendees, officers, attempt }: PresenceFormProps) {
  // Who was not noted yet is proposed as present, and so is their office.
  const proposed = attendees.map((seat) => ({ ...seat, presence: seat.presence ?? 'present' }))
  const chosen = { ...proposedOfficers(proposed), ...officers }
  return (
    <Form
      action={`${meetingPath(meeting)}/attendance`}
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
    >
      <EditionField of={standingAttendance(attendees, officers)} attempt={attempt}>
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
      <Card title={t('sittings.officers.title')}>
        {offices.map((office) => (
          <Select
            name={office}
            label={t(`sittings.officers.${office}`)}
            prompt={t('sittings.officers.choose')}
            value={chosen[office]}
            options={attendees.filter(mayBe[office]).map((seat) => ({
              value: seat.id,
              label: `${fullName(seat)}, ${seat.title}`,
            }))}
          />
        ))}
      </Card>
      <FormActions>
        <Button tone="primary">{t('sittings.attendance.save')}</Button>
        <Button name="all" value="on" icon="users">
          {t('sittings.attendance.all')}
        </Button>
      </FormActions>
    </Form>
  )
}

interface PresenceListProps {
  attendees: readonly Attendee[]
  officers: Officers
  now: boolean
}

function PresenceList({ attendees, officers, now }: PresenceListProps) {
  const officesOf = ({ id }: Attendee) =>
    offices
      .filter((office) => officers[office] === id)
      .map((office) => t(`sittings.officers.${office}`))
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
            why: [seat.title, partName(seat), ...officesOf(seat)].join(' · '),
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
  async (c, { seats, edition, presides, keeps, all }) => {
    const meeting = await load(c, meetings)
    const known = await attendance(meeting)
    const standing = standingAttendance(known, await officersOf(meeting))
    ensureEdition(standing, edition, await lastToChange(meeting.id))
    const present = () => Object.fromEntries(known.map(({ id }) => [id, 'present' as const]))
    await recordAttendance(meeting, all ? present() : seats, {
      ...(presides && { presides }),
      ...(keeps && { keeps }),
    })
    const path = `${meetingPath(meeting)}/attendance`
    return redirect(c, path, { key: 'sittings.attendance.saved' })
  },
)
