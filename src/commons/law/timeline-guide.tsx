import { t } from '#kernel/i18n'
import { Card } from '#kernel/ui'
import { LegalTimeline } from './timeline.tsx'

/** How it looks, with dates of nobody: for the style guide. */
export function LegalTimelineGuide() {
  const day = (text: string, on: string) => ({ text, datetime: Temporal.PlainDate.from(on) })
  return (
    <Card title={t('law.guide.timeline')}>
      <LegalTimeline
        dates={[
          {
            when: day(t('ui.guide.day.four'), '2026-06-05'),
            what: t('law.guide.timeline.four'),
            state: 'late',
          },
          {
            when: day(t('ui.guide.day.one'), '2026-06-08'),
            what: t('law.guide.timeline.one'),
            state: 'done',
          },
          {
            when: day(t('ui.guide.day.two'), '2026-06-17'),
            what: t('law.guide.timeline.two'),
            cite: t('law.guide.timeline.cite'),
            state: 'next',
          },
          {
            when: day(t('ui.guide.day.three'), '2026-06-25'),
            what: t('law.guide.timeline.three'),
            state: 'later',
          },
        ]}
      />
    </Card>
  )
}
