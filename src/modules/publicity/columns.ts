import { t } from '#kernel/i18n'
import { cellInWords, type Column, type ValueColumn } from '#kernel/ui'
import { printed } from '#commons/law'
import type { MeetingReport } from './report.ts'

/** How the projects of a meeting were published, in words. */
const verdictInWords = ({ verdict, lateDays }: MeetingReport): string =>
  verdict === 'late' && lateDays > 0
    ? t('publicity.verdict.late_by', { days: lateDays })
    : t(`publicity.verdict.${verdict}`)

const reasons = ({ withheld }: MeetingReport) =>
  withheld
    .map(({ why, count }) => (count > 1 ? t('publicity.reason', { why, count }) : why))
    .join(' · ')

/** The report of a year, a meeting a line: as table and as file. */
export const reportColumns = (): ValueColumn<MeetingReport>[] => [
  { header: t('publicity.meeting'), value: ({ title }) => title, main: true },
  { header: t('publicity.due'), value: ({ due }) => due },
  { header: t('publicity.article'), value: ({ article }) => printed(article) },
  { header: t('publicity.first'), value: ({ first }) => first },
  { header: t('publicity.verdict'), value: verdictInWords },
  { header: t('publicity.in_time'), value: ({ inTime }) => inTime, align: 'end' },
  { header: t('publicity.asked'), value: ({ asked }) => asked, align: 'end' },
  {
    header: t('publicity.withheld'),
    value: ({ withheld }) => withheld.reduce((sum, { count }) => sum + count, 0),
    align: 'end',
  },
  { header: t('publicity.reasons'), value: reasons },
  { header: t('publicity.decisions'), value: ({ decisions }) => decisions, align: 'end' },
  {
    header: t('publicity.decision_days'),
    value: ({ decisionDays }) => decisionDays,
    align: 'end',
  },
]

export const shown = <Row>({ value, cell, ...rest }: ValueColumn<Row>): Column<Row> => ({
  ...rest,
  cell: cell ?? ((row: Row) => cellInWords(value(row))),
})
