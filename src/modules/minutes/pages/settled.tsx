import { may, permission } from '#kernel/access'
import { formatDate, formatDateTime, t } from '#kernel/i18n'
import {
  Button,
  Card,
  DateField,
  EmptyState,
  FoldedForm,
  FormActions,
  List,
  Select,
  TextArea,
} from '#kernel/ui'
import { today } from '#commons/clock'
import { fullName } from '#commons/directory'
import { seatsOn, votes } from '#commons/organs'
import type { AgendaLine, Meeting } from '#modules/deliberations'
import { type MinutesRecord, records } from '../record.ts'
import { rectificationsOf } from '../rectification.ts'
import { signaturesOf, signersOn } from '../signing.ts'

const keeps = permission('minutes.keep')

/** Who is to sign approved minutes, who did, and the form that notes it. */
export async function Signatures({ record, meeting }: { record: MinutesRecord; meeting: Meeting }) {
  if (!record.approved_on) return null
  const signed = await signaturesOf(record)
  const signers = await signersOn(meeting, record.approved_on)
  const sitting = await seatsOn(meeting.organ_id, today())
  return (
    <Card title={t('minutes.signatures')}>
      <List
        label={t('minutes.signatures')}
        items={(['keeps', 'presides'] as const).map((office) => {
          const done = signed.find((one) => one.office === office)
          const wanted = signers.find((one) => one.office === office)
          const name =
            done?.signatory ?? (wanted ? fullName(wanted.seat) : t('minutes.signature.none'))
          return {
            title: name,
            why: [
              t(`minutes.signature.${office}`),
              wanted?.instead && t('minutes.signs.instead', { name: fullName(wanted.instead) }),
            ]
              .filter(Boolean)
              .join(' · '),
            due: done
              ? t('minutes.signature.signed', { day: formatDate(done.signed_on, 'short') })
              : t('minutes.signature.waits'),
          }
        })}
      />
      {may(keeps) &&
        (['keeps', 'presides'] as const).map((office) => {
          const first = signers.find((one) => one.office === office)?.seat
          const may = sitting.filter((seat) => votes(seat) === (office === 'presides'))
          const all = first && !may.some(({ id }) => id === first.id) ? [first, ...may] : may
          return (
            <FoldedForm
              label={t(`minutes.signature.note.${office}`)}
              action={`${records.path(record.id)}/signatures`}
              id={`signature-${office}`}
              fields={{ office }}
            >
              <Select
                name="seat_id"
                label={t(`minutes.signature.${office}`)}
                options={all.map((seat) => ({
                  value: seat.id,
                  label: [fullName(seat), seat.title].filter(Boolean).join(', '),
                }))}
                prompt={t('minutes.objection.choose')}
                required
              />
              <DateField name="on" label={t('minutes.signature.on')} max={today()} required />
              <FormActions>
                <Button>{t('minutes.signature.do')}</Button>
              </FormActions>
            </FoldedForm>
          )
        })}
    </Card>
  )
}

/** What was said of approved minutes afterwards, each with its reason, and the form for another. */
export async function Rectifications({
  record,
  lines,
}: {
  record: MinutesRecord
  lines: readonly AgendaLine[]
}) {
  if (record.state !== 'approved') return null
  const all = await rectificationsOf(record)
  return (
    <Card title={t('minutes.rectifications')}>
      {all.length === 0 && <EmptyState icon="pencil" sentence={t('minutes.rectifications.none')} />}
      {all.map(({ item_id, words, reason, at, made_by }) => {
        const point = lines.find(({ id }) => id === item_id)
        return (
          <section>
            <h3>{[formatDateTime(at, 'short'), made_by].join(' · ')}</h3>
            {point && (
              <p>
                {point.number}. {point.title}
              </p>
            )}
            <p>{words}</p>
            <p>{t('minutes.rectification.because', { reason })}</p>
          </section>
        )
      })}
      {may(keeps) && (
        <FoldedForm
          label={t('minutes.rectification.add')}
          action={`${records.path(record.id)}/rectifications`}
          id="rectification"
        >
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
          <TextArea name="words" label={t('minutes.rectification.words')} required rows={4} />
          <TextArea name="reason" label={t('minutes.rectification.reason')} required rows={2} />
          <FormActions>
            <Button>{t('minutes.rectification.do')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </Card>
  )
}
