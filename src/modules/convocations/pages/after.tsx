import { t } from '#kernel/i18n'
import {
  Button,
  Card,
  CheckboxGroup,
  DateField,
  FoldedForm,
  Form,
  FormActions,
  Select,
} from '#kernel/ui'
import { today } from '#commons/clock'
import { fullName } from '#commons/directory'
import type { Seat } from '#commons/organs'
import type { Meeting } from '#modules/deliberations'
import type { Act } from '../convocation.ts'
import type { Standing } from '../standing.ts'
import { ways } from '../tables.ts'
import { convocationPath } from './first.tsx'

/** Notes when those received it who were written to on paper or by bearer; also to correct it. */
export function ReceiptForm({ meeting, acts }: { meeting: Meeting; acts: readonly Act[] }) {
  const byHand = acts.flatMap(({ kind, notices }) =>
    notices.filter(({ way }) => way !== 'email').map((notice) => ({ ...notice, kind })),
  )
  if (byHand.length === 0) return null
  const open = byHand.filter(({ received_on }) => !received_on)
  const label = (notice: (typeof byHand)[number]) =>
    `${notice.name} · ${t(`convocations.kind.${notice.kind}`)}`
  return (
    <Card title={t('convocations.receipts.title')}>
      {open.length > 0 && (
        <Form action={`${convocationPath(meeting)}/receipts`} id="receipts">
          <CheckboxGroup
            name="notices"
            label={t('convocations.receipts.who')}
            choices={open.map((notice) => ({ value: notice.id, label: label(notice) }))}
          />
          <DateField
            name="on"
            label={t('convocations.receipts.on')}
            help={t('convocations.receipts.help')}
            value={today()}
            max={today()}
            required
          />
          <FormActions>
            <Button icon="check">{t('convocations.receipts.note')}</Button>
            {open.length > 1 && (
              <Button name="all" value="on">
                {t('convocations.receipts.all', { count: open.length })}
              </Button>
            )}
          </FormActions>
        </Form>
      )}
      {open.length < byHand.length && (
        <FoldedForm
          label={t('convocations.receipts.correct')}
          action={`${convocationPath(meeting)}/receipts`}
          id="correction"
        >
          <Select
            name="notices"
            label={t('convocations.receipts.who')}
            options={byHand
              .filter(({ received_on }) => received_on)
              .map((notice) => ({ value: notice.id, label: label(notice) }))}
            required
          />
          <DateField name="on" label={t('convocations.receipts.on')} max={today()} required />
          <FormActions>
            <Button>{t('convocations.receipts.note')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </Card>
  )
}

interface AgainFormProps {
  meeting: Meeting
  seats: readonly Seat[]
  standing: Standing
}

/** Sends the convocation to somebody who sits there since, or whom it did not reach. */
export function AgainForm({ meeting, seats, standing }: AgainFormProps) {
  return (
    <FoldedForm
      label={t('convocations.again.title')}
      action={`${convocationPath(meeting)}/again`}
      id="again"
    >
      <CheckboxGroup
        name="seats"
        label={t('convocations.again.who')}
        choices={seats.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
        values={standing.missing.map(({ id }) => id)}
      />
      <Select
        name="way"
        label={t('convocations.again.way')}
        options={ways.map((value) => ({ value, label: t(`convocations.way.${value}`) }))}
        required
      />
      <DateField
        name="sent_on"
        label={t('convocations.form.sent_on')}
        value={today()}
        max={today()}
      />
      <FormActions>
        <Button icon="send">{t('convocations.again.send')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

/** Sends the agenda as it is now to all who were convoked, where it is another than they hold. */
export function SupplementForm({ meeting, acts }: { meeting: Meeting; acts: readonly Act[] }) {
  const held = Math.max(0, ...acts.map(({ agenda_version }) => agenda_version ?? 0))
  return (
    <FoldedForm
      label={t('convocations.supplement.title')}
      action={`${convocationPath(meeting)}/supplement`}
      id="supplement"
    >
      <p>{t('convocations.supplement.help', { version: held + 1 })}</p>
      <DateField
        name="sent_on"
        label={t('convocations.form.sent_on')}
        value={today()}
        max={today()}
      />
      <FormActions>
        <Button icon="send">{t('convocations.supplement.send')}</Button>
      </FormActions>
    </FoldedForm>
  )
}
