import { t } from '#kernel/i18n'
import { Facts, SideSection } from '#kernel/ui'
import type { Meeting } from '../meeting.ts'
import type { SittingRule } from '../sitting-rule.ts'

/** Who sees the points of this agenda, now and later. */
export function WhoSees({ meeting, sitting }: { meeting: Meeting; sitting: SittingRule }) {
  const [office, organ] = (['open', 'frozen'] as const).map((one) =>
    t(`deliberations.meeting.sees.${one}`),
  )
  const decided = sitting.closedBy
    ? t('deliberations.meeting.sees.closed', { article: sitting.closedBy })
    : t('deliberations.meeting.sees.decided')
  const isOpen = meeting.state === 'created'
  const facts = [
    { label: t('deliberations.meeting.who_now'), value: isOpen ? office : `${office}, ${organ}` },
    ...(isOpen ? [{ label: t('deliberations.meeting.who_frozen'), value: organ }] : []),
    { label: t('deliberations.meeting.who_decided'), value: decided },
  ]
  return (
    <SideSection title={t('deliberations.meeting.who_sees')}>
      <Facts facts={facts} />
    </SideSection>
  )
}
