import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { adding, form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import {
  Button,
  Card,
  Form,
  FormActions,
  Hidden,
  List,
  Note,
  PostButton,
  TextField,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { itemPath, type Meeting, meetingPath, meetings } from '#modules/deliberations'
import { endSuspension, noteIncident, removeIncident } from '../incident.ts'
import { type Incident, openSuspension, type Sitting } from '../presence.ts'
import { incidentSentence } from '../said.ts'
import { IncidentNoted, Resumed } from '../schema.ts'
import { IncidentForms, type IncidentsProps } from './incident-forms.tsx'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

const isHeld = ({ state }: Meeting) => state === 'decided' || state === 'closed'

/** What happens in a sitting besides who comes and goes: suspensions, the public, who presides; and the forms that note it. */
export function Incidents(props: IncidentsProps) {
  const { meeting, sitting, at } = props
  const notes = may(runsMeetings) && isHeld(meeting)
  const shown = sitting.incidents.filter(({ item_id }) => !at || item_id === at.id)
  if (shown.length === 0 && !notes) return null
  const open = openSuspension(sitting)
  return (
    <Card title={t('sittings.incident.title')}>
      {open && <Suspended {...{ meeting, open, sitting, at }} resumes={notes} />}
      {shown.length > 0 && (
        <List
          label={t('sittings.incident.title')}
          items={shown.map((one) => ({
            title: incidentSentence(one, sitting),
            why: t(one.during ? 'sittings.incident.during' : 'sittings.movement.at_point', {
              number: one.number,
            }),
            due: notes && !at && <Removal {...{ meeting, one, sitting }} />,
          }))}
        />
      )}
      {notes && <IncidentForms {...props} />}
    </Card>
  )
}

interface SuspendedProps extends Pick<IncidentsProps, 'meeting' | 'sitting' | 'at'> {
  open: Incident
  resumes: boolean
}

/** The sitting is suspended: nothing is voted or decided before it goes on. */
function Suspended({ meeting, open, sitting, at, resumes }: SuspendedProps) {
  return (
    <Note tone="warn" title={t('sittings.suspension.now')}>
      <p>{incidentSentence(open, sitting)}</p>
      {resumes && (
        <Form
          action={`${incidentsPath(meeting)}/${open.id}/end`}
          id="resumption"
          {...(at && { fields: { back: at.id } })}
        >
          <TextField
            name="until"
            type="time"
            size="short"
            label={t('sittings.suspension.until')}
            required
          />
          <FormActions>
            <Button tone="primary">{t('sittings.suspension.resume')}</Button>
          </FormActions>
        </Form>
      )}
    </Note>
  )
}

interface RemovalProps {
  meeting: Meeting
  one: Incident
  sitting: Sitting
}

function Removal({ meeting, one, sitting }: RemovalProps) {
  return (
    <PostButton
      action={`${incidentsPath(meeting)}/${one.id}/removal`}
      tone="quiet"
      icon="trash-2"
      small
    >
      {t('sittings.movement.remove')}
      <Hidden> : {incidentSentence(one, sitting)}</Hidden>
    </PostButton>
  )
}

const incidentsPath = (meeting: Meeting) => `${meetingPath(meeting)}/incidents`

/** The point to whose page a form leads back. */
const Back = z.object({ back: z.uuid().optional() })

const backTo = (meeting: Meeting, back: string | undefined) =>
  back ? `${itemPath({ id: back })}/session` : `${meetingPath(meeting)}/attendance`

pages.post(
  '/meetings/:id/incidents',
  runsMeetings,
  adding(form(IncidentNoted.extend(Back.shape))),
  async (c, { back, ...noted }) => {
    const meeting = await load(c, meetings)
    await noteIncident(meeting, noted)
    return redirect(c, backTo(meeting, back), { key: 'sittings.movement.saved' })
  },
)

pages.post(
  '/meetings/:id/incidents/:incident/end',
  runsMeetings,
  form(Resumed.extend(Back.shape)),
  async (c, { back, until }) => {
    const meeting = await load(c, meetings)
    await endSuspension(meeting, c.req.param('incident') ?? '', until)
    return redirect(c, backTo(meeting, back), { key: 'sittings.suspension.resumed' })
  },
)

pages.post('/meetings/:id/incidents/:incident/removal', runsMeetings, async (c) => {
  const meeting = await load(c, meetings)
  await removeIncident(meeting, c.req.param('incident') ?? '')
  return redirect(c, `${meetingPath(meeting)}/attendance`, { key: 'sittings.movement.removed' })
})
