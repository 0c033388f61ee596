import { formatNumber, t } from '#kernel/i18n'
import { Columns, Lines } from './charts.tsx'
import { Card, Pair } from './page.tsx'
import { ShareBar } from './shares.tsx'
import { Wheel } from './wheel.tsx'

const years = ['2025', '2026', '2027', '2028', '2029', '2030']
const number = (value: number) => formatNumber(value)

/** Every chart of the kit, each with its numbers. */
export function GuideCharts() {
  return (
    <>
      <Card title={t('ui.guide.shares')}>
        <ShareBar
          caption={t('ui.guide.shares.caption')}
          parts={[
            { label: t('ui.guide.mark.approved'), value: 42, tone: 'good' },
            { label: t('ui.guide.mark.open'), value: 61, tone: 'info' },
            { label: t('ui.guide.board.waiting'), value: 9, tone: 'warn' },
            { label: t('ui.guide.chart.late'), value: 4, tone: 'bad' },
            { label: t('ui.guide.mark.draft'), value: 18, tone: 'neutral' },
          ]}
        />
      </Card>
      <Pair>
        <Card title={t('ui.guide.columns')}>
          <Columns
            {...services([
              [38, 44, 61, 58, null, 40],
              [22, 31, 28, 35, 44, 18],
              [9, 12, 16, 21, 24, 30],
            ])}
          />
        </Card>
        <Card title={t('ui.guide.stacked')}>
          <Columns
            stacked
            {...services([
              [38, 44, 61, 58, 30, 40],
              [22, 31, 28, 35, 44, 18],
              [9, 12, 16, 21, 24, 30],
            ])}
          />
        </Card>
        <Card title={t('ui.guide.alone')}>
          <Columns {...services([[142_500, 180_000, 96_000, 210_000, 168_000, 75_000]])} />
        </Card>
        <Card title={t('ui.guide.lines')}>
          <Lines
            target={30}
            {...services([
              [8, 12, null, 21, 26, 28],
              [18, 22, 24, 23, 31, 36],
            ])}
          />
        </Card>
        <GuideSeven />
      </Pair>
      <GuideWheel />
    </>
  )
}

function names() {
  return [
    t('ui.guide.service.works'),
    t('ui.guide.service.finance'),
    t('ui.guide.service.mobility'),
    t('ui.guide.bar.one'),
    t('ui.guide.bar.two'),
    t('ui.guide.bar.three'),
    t('ui.guide.mark.tag'),
  ]
}

function services(values: readonly (readonly (number | null)[])[]) {
  const called = names()
  return {
    caption: t('ui.guide.columns.caption'),
    categories: years,
    format: number,
    series: values.map((own, index) => ({ name: called[index] ?? '', values: own })),
  }
}

/** As many series as there are colours. */
function GuideSeven() {
  const values = names().map((_, index) =>
    years.map((_, year) => 10 + ((index * 7 + year * 5) % 13)),
  )
  return (
    <>
      <Card title={t('ui.guide.seven')}>
        <Columns stacked {...services(values)} />
      </Card>
      <Card title={t('ui.guide.seven')}>
        <Lines {...services(values.map((own, index) => own.map((value) => value + index * 9)))} />
      </Card>
    </>
  )
}

function GuideWheel() {
  return (
    <Card title={t('ui.guide.wheel')}>
      <Wheel
        caption={t('ui.guide.wheel.caption')}
        segments={Array.from({ length: 17 }, (_, index) => ({
          number: index + 1,
          label: t('ui.guide.wheel.segment', { number: index + 1 }),
          value: ((index * 37) % 101) / 100,
          text: formatNumber(((index * 37) % 101) / 100, { style: 'percent' }),
          href: index % 3 === 0 ? undefined : '#main',
        }))}
      />
    </Card>
  )
}
