import { t } from '#kernel/i18n'
import { Button, Card, CheckboxGroup, Form, FormActions, Note, TextArea } from '#kernel/ui'
import { cite } from '#commons/law'
import type { AgendaLine, Meeting } from '#modules/deliberations'
import { keptAtOnce } from '../at-once.ts'
import { approvalRule } from '../guards.ts'
import { type MinutesRecord, records } from '../record.ts'

/** What is noted of the meeting is no more what members read: another text is presented to them, with its reason. */
export function RenewForm({ record, closed }: { record: MinutesRecord; closed: boolean }) {
  return (
    <Card title={t('minutes.renew.title')}>
      <Note tone="warn">{t(closed ? 'minutes.renew.lead' : 'minutes.renew.open')}</Note>
      {closed && (
        <Form action={`${records.path(record.id)}/text`} id="renew">
          <TextArea name="reason" label={t('minutes.renew.reason')} required rows={3} />
          <FormActions>
            <Button tone="primary">{t('minutes.renew.do')}</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

interface AtOnceFormProps {
  record: MinutesRecord
  meeting: Meeting
  lines: readonly AgendaLine[]
}

/** Approves in the sitting itself what the minutes say of points that are decided, where the law lets it. */
export async function AtOnceForm({ record, meeting, lines }: AtOnceFormProps) {
  const rule = await approvalRule(meeting)
  if (!rule.value.atOnce || meeting.state !== 'decided') return null
  const kept = await keptAtOnce(record)
  const open = lines.filter(
    ({ id, state }) => !kept.has(id) && state !== 'presented' && state !== 'frozen',
  )
  return (
    <Card title={t('minutes.at_once.title')}>
      <p>
        {t('minutes.at_once.lead', { count: kept.size })} {cite(rule)}
      </p>
      {open.length > 0 && (
        <Form action={`${records.path(record.id)}/at-once`} id="at-once">
          <CheckboxGroup
            name="items"
            label={t('minutes.at_once.points')}
            choices={open.map(({ id, number, title }) => ({
              value: id,
              label: `${number}. ${title}`,
            }))}
          />
          <FormActions>
            <Button>{t('minutes.at_once.do')}</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}
