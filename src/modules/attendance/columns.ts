import { formatNumber, t } from '#kernel/i18n'
import { cellInWords, type Column, type ValueColumn } from '#kernel/ui'
import type { MemberAttendance } from './reckoned.ts'
import type { ServiceTimes } from './times.ts'

const inCents = (cents: number | null) => (cents === null ? null : { cents })

/** Attendance by member, as table and as file. */
export const memberColumns = (): ValueColumn<MemberAttendance>[] => [
  { header: t('attendance.member'), value: ({ name }) => name, main: true },
  { header: t('attendance.title_of'), value: ({ title }) => title },
  { header: t('attendance.organ'), value: ({ organ }) => organ },
  { header: t('attendance.sittings'), value: ({ sittings }) => sittings, align: 'end' },
  { header: t('attendance.present'), value: ({ present }) => present, align: 'end' },
  { header: t('attendance.excused'), value: ({ excused }) => excused, align: 'end' },
  { header: t('attendance.absent'), value: ({ absent }) => absent, align: 'end' },
  {
    ...{ header: t('attendance.share'), align: 'end', percent: true },
    value: ({ share }) => share,
    cell: ({ share }) =>
      share === null ? '' : t('attendance.percent', { share: formatNumber(share) }),
  },
  { header: t('attendance.fees'), value: ({ fees }) => inCents(fees), align: 'end' },
]

/** What the yearly report of remunerations needs of attendance (CDLD L6421-1). */
export const remunerationColumns = (): ValueColumn<MemberAttendance>[] => {
  const [member, title, organ, sittings, present, , , share, fees] = memberColumns()
  return [member, title, organ, sittings, present, share, fees].flatMap((one) => one ?? [])
}

/** Decision times by service. */
export const timeColumns = (): ValueColumn<ServiceTimes>[] => [
  {
    header: t('attendance.service'),
    value: ({ service }) => service || t('attendance.no_service'),
    main: true,
  },
  { header: t('attendance.decided'), value: ({ decided }) => decided, align: 'end' },
  { header: t('attendance.median'), value: ({ median }) => rounded(median), align: 'end' },
  { header: t('attendance.most'), value: ({ most }) => rounded(most), align: 'end' },
]

export const rounded = (days: number): number => Math.round(10 * days) / 10

export const shown = <Row>({ value, cell, ...rest }: ValueColumn<Row>): Column<Row> => ({
  ...rest,
  cell: cell ?? ((row: Row) => cellInWords(value(row))),
})
