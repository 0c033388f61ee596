import { permission } from '#kernel/access'
import { formatDate, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { ButtonLink, Card, EmptyState, Facts, Note, Stack } from '#kernel/ui'
import { spokenDay } from '#commons/clock'
import { cite, reckon } from '#commons/law'
import { load } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import { dayOf, MeetingHead, type Meeting, meetings } from '#modules/deliberations'
import { availableRule } from '../agenda-point.ts'
import { approvalRule } from '../guards.ts'
import { itsRecord, recordOf, records } from '../record.ts'
import { recordWorkflow } from '../workflow.ts'
import { pages } from './routes.ts'

pages.get('/meetings/:id/minutes', permission('minutes.read'), async (c) => {
  const meeting = await load(c, meetings)
  const record = await recordOf(meeting)
  return page(
    c,
    { title: meeting.title },
    <>
      <MeetingHead meeting={meeting} current="minutes" />
      <Stack>
        {record ? (
          <Card title={t('minutes.record.name')}>
            <Facts
              facts={[
                {
                  label: t('minutes.record.state'),
                  value: <StateBadge flow={recordWorkflow} state={record.state} />,
                },
                ...(record.approved_on
                  ? [
                      {
                        label: t('minutes.record.approved_on'),
                        value: formatDate(record.approved_on),
                      },
                    ]
                  : []),
              ]}
            />
            <p>
              <ButtonLink href={records.path(record.id)} icon="scroll-text" tone="primary">
                {t('minutes.record.open')}
              </ButtonLink>
            </p>
          </Card>
        ) : (
          <EmptyState
            icon="scroll-text"
            sentence={t(
              (await itsRecord(meeting)) ? 'minutes.record.written' : 'minutes.record.not_begun',
            )}
          />
        )}
        <Approval meeting={meeting} />
      </Stack>
    </>,
  )
})

/** How the law has the minutes approved, and until when those of the meeting before are at disposal for this one. */
async function Approval({ meeting }: { meeting: Meeting }) {
  const rule = await approvalRule(meeting)
  const available = await availableRule(meeting)
  return (
    <Note title={t('minutes.law.approval')}>
      <p>
        {t(`minutes.approval.${rule.value.approved}`)} {cite(rule)}
      </p>
      {available && (
        <p>
          {t('minutes.approval.available', {
            day: spokenDay(reckon(available, dayOf(meeting)).date),
          })}{' '}
          {cite(available)}
        </p>
      )}
    </Note>
  )
}
