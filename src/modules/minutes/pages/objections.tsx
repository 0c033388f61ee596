import { bears, may, permission } from '#kernel/access'
import { formatDateTime, t } from '#kernel/i18n'
import {
  Badge,
  Button,
  Card,
  EmptyState,
  FoldedForm,
  FormActions,
  Select,
  TextArea,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { type AgendaLine, type Meeting, secretariat } from '#modules/deliberations'
import { type Objection, objectionsTo, objectors } from '../objection.ts'
import { type MinutesRecord, records } from '../record.ts'
import { outcomes } from '../tables.ts'

const keeps = permission('minutes.keep')
const objects = permission('minutes.object')

interface ObjectionsProps {
  record: MinutesRecord
  meeting: Meeting
  lines: readonly AgendaLine[]
}

/** What members want said otherwise, what became of it, and the forms for both (CDLD L1122-16). */
export async function Objections({ record, meeting, lines }: ObjectionsProps) {
  const all = await objectionsTo(record)
  const asked = record.state === 'available' && may(objects, record)
  const members = asked ? await objectors(meeting, bears(secretariat.principal)) : []
  if (record.state === 'draft' && all.length === 0) return null
  return (
    <Card title={t('minutes.objections')}>
      {all.length === 0 && (
        <EmptyState icon="message-square" sentence={t('minutes.objections.none')} />
      )}
      {all.map((one) => (
        <OneObjection {...{ record, lines }} objection={one} />
      ))}
      {members.length > 0 && (
        <FoldedForm
          label={t('minutes.objection.add')}
          action={`${records.path(record.id)}/objections`}
          id="objection"
        >
          <Select
            name="seat_id"
            label={t('minutes.objection.member')}
            options={members.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
            required
          />
          <Select
            name="item_id"
            label={t('minutes.objection.point')}
            options={[
              { value: '', label: t('minutes.objection.whole') },
              ...lines.map(({ id, number, title }) => ({
                value: id,
                label: `${number}. ${title}`,
              })),
            ]}
          />
          <TextArea name="wanted" label={t('minutes.objection.wanted')} required rows={4} />
          <FormActions>
            <Button>{t('minutes.objection.note')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </Card>
  )
}

interface OneObjectionProps {
  record: MinutesRecord
  lines: readonly AgendaLine[]
  objection: Objection
}

function OneObjection({ record, lines, objection }: OneObjectionProps) {
  const point = lines.find(({ id }) => id === objection.item_id)
  const by = t('minutes.objection.by', {
    member: objection.member,
    when: formatDateTime(objection.made_at, 'short'),
  })
  return (
    <section>
      <h3>
        {by}{' '}
        <Badge tone={objection.outcome ? 'neutral' : 'warn'}>
          {t(`minutes.objection.outcome.${objection.outcome ?? 'open'}`)}
        </Badge>
      </h3>
      {point && (
        <p>
          {point.number}. {point.title}
        </p>
      )}
      <p>{objection.wanted}</p>
      {objection.answer && (
        <p>
          {t('minutes.objection.answered', { name: objection.settled_by })} {objection.answer}
        </p>
      )}
      {!objection.outcome && may(keeps) && record.state !== 'approved' && (
        <FoldedForm
          label={t('minutes.objection.settle')}
          action={`${records.path(record.id)}/answers`}
          id={`settle-${objection.id}`}
          fields={{ objection_id: objection.id }}
        >
          <Select
            name="outcome"
            label={t('minutes.objection.becomes')}
            options={outcomes.map((value) => ({
              value,
              label: t(`minutes.objection.outcome.${value}`),
            }))}
            prompt={t('minutes.objection.choose')}
            required
          />
          <TextArea name="answer" label={t('minutes.objection.answer')} rows={3} />
          <FormActions>
            <Button>{t('minutes.objection.settle_do')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </section>
  )
}
