import { t } from '#kernel/i18n'
import { Card } from '#kernel/ui'
import { LegalTimeline } from './timeline.tsx'

/** How it looks, with dates of nobody: for the style guide. */
export function LegalTimelineGuide() {
  const day = (text: string, datetime: string) => ({ text, datetime })
  return (
    <Card title={t('ui.guide.legal')}>
      <LegalTimeline
        dates={[
          {
            when: day(t('ui.guide.day.four'), '2026-06-05'),
            what: t('ui.guide.legal.four'),
            state: 'late',
          },
          {
            when: day(t('ui.guide.day.one'), '2026-06-08'),
            what: t('ui.guide.legal.one'),
            state: 'done',
          },
          {
            when: day(t('ui.guide.day.two'), '2026-06-17'),
            what: t('ui.guide.legal.two'),
            cite: t('ui.guide.legal.cite'),
            state: 'next',
          },
          {
            when: day(t('ui.guide.day.three'), '2026-06-25'),
            what: t('ui.guide.legal.three'),
            state: 'later',
          },
        ]}
      />
    </Card>
  )
}
