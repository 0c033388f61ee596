import { t } from '#kernel/i18n'
import {
  Button,
  Card,
  DateField,
  EmptyState,
  type Errors,
  Filters,
  FoldedForm,
  Form,
  FormActions,
  PostButton,
  Row,
  Select,
  Table,
  TextField,
  type Values,
} from '#kernel/ui'
import { EditionField } from '#kernel/pages'
import { todayHere } from '#commons/directory'
import { periodInWords } from '#commons/people'
import type { Organ } from '../organ.ts'
import { isToCome, type KnownSeat, nameOf, sitsOn } from '../room.ts'
import { standingSeat } from '../seat.ts'
import { seatParts } from '../tables.ts'

/** The day on which one asks who sat. */
export const DayFilter = ({ path, day }: { path: string; day: Temporal.PlainDate }) => (
  <Filters
    action={path}
    reset={day.equals(todayHere()) ? undefined : path}
    sentence={[
      t('organs.filter.who'),
      { kind: 'date', name: 'on', label: t('organs.filter.day'), value: day.toString() },
    ]}
  />
)

interface SeatTableProps {
  organ: Organ
  seats: readonly KnownSeat[]
  caption: string
  names: readonly string[]
  mayChange: boolean
}

export function SeatTable({ organ, seats, caption, names, mayChange }: SeatTableProps) {
  const columns = [
    { header: t('organs.who'), cell: (one: KnownSeat) => nameOf(one) },
    { header: t('organs.part'), cell: ({ part }: KnownSeat) => t(`organs.part.${part}`) },
    { header: t('organs.seat_title'), cell: ({ title }: KnownSeat) => title },
    ...(seats.some((one) => one.party_group)
      ? [{ header: t('organs.group'), cell: (one: KnownSeat) => one.party_group || '—' }]
      : []),
    { header: t('organs.days'), cell: (one: KnownSeat) => periodInWords(one) },
  ]
  const acts = {
    header: t('organs.acts'),
    cell: (one: KnownSeat) => <Acts organ={organ} seat={one} names={names} />,
  }
  return (
    <Card title={caption} flush>
      <Table
        caption={caption}
        hideCaption
        rows={seats}
        empty={<EmptyState icon="users" sentence={t('organs.nobody')} />}
        columns={mayChange ? [...columns, acts] : columns}
      />
    </Card>
  )
}

/** What can be done about a seat: one that is over goes on, where its end was a mistake. */
function Acts({ organ, seat, names }: { organ: Organ; seat: KnownSeat; names: readonly string[] }) {
  const today = todayHere()
  const path = `/organs/${organ.id}/seats/${seat.id}`
  const name = nameOf(seat)
  const resume = seat.valid_to && (
    <PostButton action={`${path}/resumption`} small icon="undo-2">
      {t('organs.resume_of', { name })}
    </PostButton>
  )
  if (!sitsOn(seat, today) && !isToCome(seat, today))
    return (
      <>
        {t('organs.seat_over')} {resume}
      </>
    )
  return (
    <>
      {resume}
      <FoldedForm
        label={t('organs.replace_of', { name })}
        action={`${path}/replacement`}
        id={`replace-${seat.id}`}
      >
        <Who names={names} />
        <TextField
          name="title"
          label={t('organs.seat_title')}
          help={t('organs.title_kept')}
          maxlength={200}
        />
        <TextField
          name="group"
          label={t('organs.group')}
          help={t('organs.group_kept')}
          maxlength={100}
        />
        <DateField name="first_day" label={t('organs.first_day')} required />
        <FormActions>
          <Button small>{t('organs.replace')}</Button>
        </FormActions>
      </FoldedForm>
      <FoldedForm label={t('organs.end_of', { name })} action={`${path}/end`} id={`end-${seat.id}`}>
        <DateField name="last_day" label={t('organs.last_day')} help={t('organs.end_help')} />
        <FormActions>
          <Button small>{t('organs.end')}</Button>
        </FormActions>
      </FoldedForm>
      <FoldedForm
        label={t('organs.retitle_of', { name })}
        action={`${path}/title`}
        id={`title-${seat.id}`}
      >
        <EditionField of={standingSeat(seat)} attempt={undefined} />
        <TextField
          name="title"
          label={t('organs.seat_title')}
          help={t('organs.retitle_help')}
          value={seat.title}
          maxlength={200}
        />
        <TextField
          name="group"
          label={t('organs.group')}
          value={seat.party_group}
          maxlength={100}
        />
        <FormActions>
          <Button small>{t('organs.save')}</Button>
        </FormActions>
      </FoldedForm>
      {seat.part === 'member' && (
        <Row>
          {(['up', 'down'] as const).map((way) => (
            <PostButton
              action={`${path}/rank`}
              fields={{ way }}
              small
              icon={way === 'up' ? 'arrow-up' : 'arrow-down'}
            >
              {t(`organs.rank.${way}`, { name })}
            </PostButton>
          ))}
        </Row>
      )}
    </>
  )
}

const Who = ({ names }: { names: readonly string[] }) => (
  <TextField
    name="person"
    label={t('organs.who')}
    help={t('organs.who_help')}
    suggestions={names}
    maxlength={200}
    required
  />
)

interface NewSeatProps {
  action: string
  names: readonly string[]
  errors: Errors | undefined
  values: Values | undefined
}

export const NewSeatForm = ({ action, names, errors, values }: NewSeatProps) => (
  <Form action={action} errors={errors} values={values} id="new">
    <Who names={names} />
    <Select
      name="part"
      label={t('organs.part')}
      value="member"
      options={seatParts.map((value) => ({ value, label: t(`organs.part.${value}`) }))}
    />
    <TextField
      name="title"
      label={t('organs.seat_title')}
      help={t('organs.title_help')}
      maxlength={200}
    />
    <TextField
      name="group"
      label={t('organs.group')}
      help={t('organs.group_help')}
      maxlength={100}
    />
    <DateField name="first_day" label={t('organs.first_day')} required />
    <DateField name="last_day" label={t('organs.last_day')} help={t('organs.last_help')} />
    <FormActions>
      <Button tone="primary" icon="plus">
        {t('organs.seat')}
      </Button>
    </FormActions>
  </Form>
)
