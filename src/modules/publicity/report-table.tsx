import { t } from '#kernel/i18n'
import { EmptyState, Table } from '#kernel/ui'
import { reportColumns, shown } from './columns.ts'
import { type MeetingReport, tallyOf } from './report.ts'

/** « 9 séances à temps, 1 en retard » */
export const tallyInWords = (meetings: readonly MeetingReport[]): string =>
  t('publicity.tally', tallyOf(meetings))

interface ReportTableProps {
  caption: string
  meetings: readonly MeetingReport[]
  /** The language of what copies say, where it is not that of the page. */
  lang?: string
}

/** The meetings of a year, each with when its projects and decisions were public. */
export function ReportTable({ caption, meetings, lang }: ReportTableProps) {
  const [meeting, ...rest] = reportColumns()
  return (
    <Table
      caption={caption}
      hideCaption
      rows={meetings}
      columns={[
        ...(meeting
          ? [
              shown({
                ...meeting,
                cell: ({ title, href }: MeetingReport) => (
                  <a href={href} lang={lang}>
                    {title}
                  </a>
                ),
              }),
            ]
          : []),
        ...rest.map(shown),
      ]}
      empty={<EmptyState icon="clock" sentence={t('publicity.none')} />}
    />
  )
}
