import { t } from '#kernel/i18n'
import { Card } from '#kernel/ui'
import { Poster } from './poster.tsx'

/** How it looks, with words of nobody: for the style guide. */
export function PosterGuide() {
  const names = [
    t('ui.guide.service.works'),
    t('ui.guide.service.finance'),
    t('ui.guide.service.mobility'),
    t('ui.guide.bar.one'),
  ]
  const part = (text: string, value: number) => ({ text, value, href: '#main' })
  const lines = (['good', 'info', 'warn', 'bad'] as const).map((tone, index) => ({
    ...part(names[index] ?? '', 100 - index * 30),
    tone,
    state: t('ui.guide.mark.open'),
    ...(tone === 'bad' && { warning: t('ui.guide.chart.late') }),
  }))
  const columns = names
    .slice(0, 3)
    .map((name) => ({ ...part(name, 60), groups: [{ ...part(name, 40), lines }] }))
  return (
    <Card title={t('accountability.guide.poster')}>
      <Poster
        bands={[{ ...part(t('ui.guide.columns.caption'), 52), columns }]}
        legend={[{ tone: 'good', label: t('ui.guide.mark.approved') }]}
      />
    </Card>
  )
}
