import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  FoldedForm,
  Form,
  FormActions,
  Note,
  Select,
  TextField,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import {
  type AgendaLine,
  agendaOf,
  itemPath,
  type Meeting,
  MeetingHead,
  meetingPath,
  meetings,
  recordObstacle,
} from '#modules/deliberations'
import { type Attendee, isNoted, type Sitting } from '../presence.ts'
import { Cell, Stretch } from '../schema.ts'
import { sittingOf } from '../sitting.ts'
import { type CellState, gridOf, noteStretch } from '../stretch.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

const gridPath = (meeting: Meeting) => `${meetingPath(meeting)}/grid`

/** How each member was at each point, on one page: whoever runs the meeting changes a cell by a press of its button. */
pages.get('/meetings/:id/grid', permission('deliberations.read'), async (c) => {
  const meeting = await load(c, meetings)
  const sitting = await sittingOf(meeting)
  const lines = await agendaOf(meeting.id)
  const held = meeting.state === 'decided' || meeting.state === 'closed'
  const notes = held && may(runsMeetings) && (await recordObstacle(meeting)) === null
  return page(
    c,
    { title: t('sittings.grid.of', { meeting: meeting.title }), pageClass: 'wide' },
    <>
      <MeetingHead meeting={meeting} current="attendance" />
      <Card
        title={t('sittings.grid.title')}
        aside={
          <ButtonLink href={`${meetingPath(meeting)}/attendance`} icon="arrow-left" tone="quiet">
            {t('sittings.grid.back')}
          </ButtonLink>
        }
      >
        {isNoted(sitting) ? (
          <>
            <Legend />
            {notes ? (
              <Form action={`${gridPath(meeting)}/cells`} id="grid" unkept>
                <cell-grid>
                  <Grid {...{ sitting, lines }} notes />
                  <output class="visually-hidden" />
                </cell-grid>
              </Form>
            ) : (
              <Grid {...{ sitting, lines }} notes={false} />
            )}
            {notes && <StretchForm {...{ meeting, sitting, lines }} />}
          </>
        ) : (
          <Note>{t('sittings.attendance.unknown')}</Note>
        )}
      </Card>
    </>,
  )
})

/** A sign for each state, which no colour alone tells. */
const signs: Record<CellState, string> = {
  there: '●',
  aside: '⊘',
  represented: 'P',
  away: '○',
}
const states = ['there', 'away', 'aside', 'represented'] as const

function Legend() {
  return (
    <ul class="grid-legend">
      {states.map((state) => (
        <li>
          <span class={`grid-sign ${state}`} aria-hidden="true">
            {signs[state]}
          </span>{' '}
          {t(`sittings.grid.${state}`)}
        </li>
      ))}
    </ul>
  )
}

interface GridProps {
  sitting: Sitting
  lines: readonly AgendaLine[]
  notes: boolean
}

function Grid({ sitting, lines, notes }: GridProps) {
  const rows = gridOf(
    sitting,
    lines.map(({ position }) => position),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <section class="presence-grid" aria-label={t('sittings.grid.title')} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sittings.grid.member')}</th>
            {lines.map((line) => (
              <th scope="col">
                <a href={itemPath(line)} title={line.title}>
                  {line.number}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ seat, cells }) => (
            <tr>
              <th scope="row">{fullName(seat)}</th>
              {cells.map((state, at) => (
                <td>
                  {notes ? (
                    <CellButton {...{ seat, state }} line={lines[at]} />
                  ) : (
                    <ShownCell state={state} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ShownCell({ state }: { state: CellState }) {
  return (
    <>
      <span class={`grid-sign ${state}`} aria-hidden="true">
        {signs[state]}
      </span>
      <span class="visually-hidden">{t(`sittings.grid.${state}`)}</span>
    </>
  )
}

interface CellProps {
  seat: Attendee
  state: CellState
  line: AgendaLine | undefined
}

/** Who is there is noted away, whoever is not is noted there. */
function CellButton({ seat, state, line }: CellProps) {
  const becomes = state === 'there' ? 'away' : 'there'
  return (
    <button
      class={`grid-sign ${state}`}
      name="cell"
      value={`${seat.id}.${line?.id ?? ''}.${becomes}`}
      aria-label={t('sittings.grid.cell', {
        ...{ who: fullName(seat), number: line?.number ?? '' },
        state: t(`sittings.grid.${state}`),
      })}
    >
      {signs[state]}
    </button>
  )
}

function StretchForm({ meeting, sitting, lines }: Omit<GridProps, 'notes'> & { meeting: Meeting }) {
  const points = lines.map(({ id, number, title }) => ({
    value: id,
    label: `${number}. ${title}`,
  }))
  return (
    <FoldedForm label={t('sittings.stretch.note')} action={gridPath(meeting)} id="stretch">
      <Select
        name="seat_id"
        label={t('sittings.movement.who')}
        prompt={t('sittings.movement.choose')}
        options={sitting.attendees.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
        required
      />
      <Select
        name="as"
        label={t('sittings.movement.what')}
        help={t('sittings.movement.what_help')}
        options={(['away', 'there', 'aside'] as const).map((value) => ({
          value,
          label: t(`sittings.stretch.${value}`),
        }))}
        required
      />
      <Select
        name="from_item_id"
        label={t('sittings.stretch.from')}
        prompt={t('sittings.movement.choose')}
        options={points}
        required
      />
      <Select
        name="until_item_id"
        label={t('sittings.stretch.until')}
        prompt={t('sittings.movement.choose')}
        options={points}
        required
      />
      <TextField
        name="reason"
        label={t('sittings.movement.reason')}
        help={t('sittings.movement.reason_help')}
        maxlength={200}
      />
      <FormActions>
        <Button icon="check">{t('sittings.movement.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

pages.post('/meetings/:id/grid', runsMeetings, form(Stretch), async (c, noted) => {
  const meeting = await load(c, meetings)
  await noteStretch(meeting, noted)
  return redirect(c, gridPath(meeting), { key: 'sittings.movement.saved' })
})

pages.post('/meetings/:id/grid/cells', runsMeetings, form(Cell), async (c, { cell }) => {
  const meeting = await load(c, meetings)
  await noteStretch(meeting, cell)
  // The cell itself tells what became of it: words in the grid would move what is pressed next.
  return redirect(c, gridPath(meeting), null)
})
