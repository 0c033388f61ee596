import { t } from '#kernel/i18n'
import type { Attempt } from '#kernel/http'
import { typed } from '#kernel/pages'
import {
  Button,
  Card,
  CheckboxGroup,
  DateField,
  Form,
  FormActions,
  Note,
  TextArea,
} from '#kernel/ui'
import { isPast, today } from '#commons/clock'
import { emailsOf, fullName } from '#commons/directory'
import { type Seat } from '#commons/organs'
import { type Meeting, organKind, versionAt } from '#modules/deliberations'
import { letterOf } from '../letter.ts'
import type { Standing } from '../standing.ts'
import { inItsLanguage } from '#kernel/tenancy'
import { convocationPath } from './first.tsx'

interface ConvokeFormProps {
  meeting: Meeting
  seats: readonly Seat[]
  standing: Standing
  attempt: Attempt | undefined
}

/** The form that convokes: to whom, how, and the letter as it will leave. */
export async function ConvokeForm({ meeting, seats, standing, attempt }: ConvokeFormProps) {
  const emails = await emailsOf(seats.map(({ person_id }) => person_id))
  const without = seats.filter(({ person_id }) => !emails.get(person_id))
  const choices = seats.map((seat) => ({
    value: seat.id,
    label: fullName(seat),
    help: emails.get(seat.person_id) ?? t('convocations.form.no_address'),
  }))
  const late = standing.last !== null && isPast(standing.last)
  const quoted = meeting.rank === 3 ? await quoteFor(meeting) : ''
  return (
    <Card title={t('convocations.form.title', { rank: meeting.rank })}>
      <Form
        action={convocationPath(meeting)}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
        id="convocation"
      >
        <Note>{t('convocations.form.by_email', { count: seats.length - without.length })}</Note>
        <input type="hidden" name="paper" value="" />
        <CheckboxGroup
          name="paper"
          label={t('convocations.form.paper')}
          help={t('convocations.form.paper_help')}
          choices={choices}
          values={without.map(({ id }) => id)}
        />
        <details>
          <summary>{t('convocations.form.bearer')}</summary>
          <input type="hidden" name="bearer" value="" />
          <CheckboxGroup name="bearer" label={t('convocations.form.bearer')} choices={choices} />
        </details>
        <DateField
          name="sent_on"
          label={t('convocations.form.sent_on')}
          help={t('convocations.form.sent_on_help')}
          value={today()}
          max={today()}
        />
        {meeting.rank === 3 && (
          <TextArea
            name="quote"
            label={t('convocations.form.quote')}
            help={t('convocations.form.quote_help')}
            value={quoted}
            rows={6}
            required
          />
        )}
        {late && (
          <TextArea
            name="urgency"
            label={t('convocations.form.urgency')}
            help={t('convocations.form.urgency_help')}
            rows={3}
          />
        )}
        <details>
          <summary>{t('convocations.form.letter')}</summary>
          <LetterPreview meeting={meeting} quote={quoted} />
        </details>
        <FormActions>
          <Button tone="primary" icon="send">
            {t('convocations.form.send', { count: seats.length })}
          </Button>
          {/* The same act without the ticks: nobody has to tick each name. */}
          <Button name="all_on_paper" value="on">
            {t('convocations.form.all_on_paper')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

/** The words that a third convocation quotes, where the house knows them: of the municipal council (CDLD L1122-17). */
async function quoteFor(meeting: Meeting): Promise<string> {
  if ((await organKind(meeting)) !== 'council') return ''
  return inItsLanguage(() => t('convocations.quote.council'))
}

async function LetterPreview({ meeting, quote }: { meeting: Meeting; quote: string }) {
  const saying = {
    ...{ kind: 'convocation' as const, meeting, quote, reason: '', urgency: '' },
    agenda: await versionAt(meeting.id),
  }
  const { subject, body } = await inItsLanguage(() => letterOf(saying))
  return <LetterText subject={subject} body={body} />
}

/** A letter as it was or will be sent: plain text, in its lines. */
export function LetterText({ subject, body }: { subject: string; body: string }) {
  return (
    <div class="act">
      <p>
        <strong>{subject}</strong>
      </p>
      {body.split('\n\n').map((paragraph) => (
        <p>
          {paragraph
            .trim()
            .split('\n')
            .flatMap((line, at) => (at > 0 ? [<br />, line] : [line]))}
        </p>
      ))}
    </div>
  )
}
