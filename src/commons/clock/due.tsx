import { formatDate, t, timeZone } from '#kernel/i18n'
import { Badge } from '#kernel/ui'

type PlainDate = Temporal.PlainDate

/** The day that it is for every authority. */
export const today = (): PlainDate => Temporal.Now.plainDateISO(timeZone)

export const isPast = (date: PlainDate): boolean => Temporal.PlainDate.compare(date, today()) < 0

/** Whether a date is past or comes within a week. */
export const isSoon = (date: PlainDate): boolean =>
  Temporal.PlainDate.compare(date, today().add({ days: 7 })) <= 0

const near = (date: PlainDate) => (isSoon(date) ? 'warn' : 'neutral')

interface DueBadgeProps {
  date: PlainDate
  /** The law sets this day: the last one is said to be so, in red on the day itself. */
  legal?: boolean | undefined
}

/** Until when something is to be done, and whether it is late or soon will be. */
export function DueBadge({ date, legal = false }: DueBadgeProps) {
  const late = isPast(date)
  if (legal && date.equals(today())) return <Badge tone="bad">{t('clock.last.today')}</Badge>
  if (legal && date.equals(today().add({ days: 1 })))
    return <Badge tone="warn">{t('clock.last.tomorrow')}</Badge>
  const params = { date: formatDate(date, 'short') }
  return (
    <Badge tone={late ? 'bad' : near(date)}>
      {late ? t('clock.overdue', params) : t('clock.due', params)}
    </Badge>
  )
}
