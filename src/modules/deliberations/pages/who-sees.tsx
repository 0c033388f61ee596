import { t } from '#kernel/i18n'
import { Facts, SideSection } from '#kernel/ui'
import type { Meeting } from '../meeting.ts'
import type { SittingRule } from '../sitting-rule.ts'

/** Who sees the points of this agenda, now and later. */
export function WhoSees({ meeting, sitting }: { meeting: Meeting; sitting: SittingRule }) {
  const open = meeting.state === 'created'
  return (
    <SideSection title={t('deliberations.meeting.who_sees')}>
      <Facts
        facts={[
          {
            label: t('deliberations.meeting.who_now'),
            value: [
              t('deliberations.meeting.sees.open'),
              ...(open ? [] : [t('deliberations.meeting.sees.frozen')]),
            ].join(', '),
          },
          ...(open
            ? [
                {
                  label: t('deliberations.meeting.who_frozen'),
                  value: t('deliberations.meeting.sees.frozen'),
                },
              ]
            : []),
          {
            label: t('deliberations.meeting.who_decided'),
            value: sitting.closedBy
              ? t('deliberations.meeting.sees.closed', { article: sitting.closedBy })
              : t('deliberations.meeting.sees.decided'),
          },
        ]}
      />
    </SideSection>
  )
}
