/** Why a date is a holiday (jour férié); `closing_day`: the authority is closed (jour de fermeture). */
export type HolidayName =
  | 'new_year'
  | 'easter_monday'
  | 'labour_day'
  | 'ascension'
  | 'whit_monday'
  | 'national_day'
  | 'assumption'
  | 'french_community_day'
  | 'all_saints'
  | 'all_souls'
  | 'armistice'
  | 'kings_feast'
  | 'christmas'
  | 'boxing_day'
  | 'closing_day'

/** The name of the holiday that falls on a date, or null. */
export type Holidays = (date: Temporal.PlainDate) => HolidayName | null

type HolidayDay = Fixed | Moving
interface Ruled {
  readonly name: HolidayName
  /** The first year for which the text makes it a holiday; the last one, null while it does. */
  readonly from: number
  readonly to: number | null
  /** The text, as a person cites it. */
  readonly source: string
}
interface Fixed extends Ruled {
  readonly month: number
  readonly day: number
}
interface Moving extends Ruled {
  readonly afterEaster: number
}

/** From when each text holds is to be verified: nobody has compared the years with it. */
const ofLaw = {
  from: 1974,
  to: null,
  source: 'Loi du 4 janvier 1974 relative aux jours fériés ; A.R. du 18 avril 1974, art. 1er',
} as const
const ofSupervision = { from: 1999, to: null, source: 'CDLD L3113-2' } as const

/** A change of the law is a row more, and an end to the one before. */
const legal: readonly HolidayDay[] = [
  { ...ofLaw, name: 'new_year', month: 1, day: 1 },
  { ...ofLaw, name: 'easter_monday', afterEaster: 1 },
  { ...ofLaw, name: 'labour_day', month: 5, day: 1 },
  { ...ofLaw, name: 'ascension', afterEaster: 39 },
  { ...ofLaw, name: 'whit_monday', afterEaster: 50 },
  { ...ofLaw, name: 'national_day', month: 7, day: 21 },
  { ...ofLaw, name: 'assumption', month: 8, day: 15 },
  { ...ofLaw, name: 'all_saints', month: 11, day: 1 },
  { ...ofLaw, name: 'armistice', month: 11, day: 11 },
  { ...ofLaw, name: 'christmas', month: 12, day: 25 },
]

const addedBySupervision: readonly HolidayDay[] = [
  { ...ofSupervision, name: 'french_community_day', month: 9, day: 27 },
  { ...ofSupervision, name: 'all_souls', month: 11, day: 2 },
  { ...ofSupervision, name: 'kings_feast', month: 11, day: 15 },
  { ...ofSupervision, name: 'boxing_day', month: 12, day: 26 },
]

/** A legal holiday of a year, and the text that makes it one. */
export interface LegalHoliday {
  readonly date: Temporal.PlainDate
  readonly name: HolidayName
  readonly source: string
}

/** The legal holidays of Belgium in a year, in their order. */
export const legalHolidaysOf = (year: number): LegalHoliday[] =>
  inForce(legal, year)
    .map((one) => ({ date: dateOf(one, year), name: one.name, source: one.source }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date))

const inForce = (days: readonly HolidayDay[], year: number) =>
  days.filter(({ from, to }) => from <= year && (to === null || year <= to))

/** The ten legal holidays of Belgium (law of 4 January 1974). */
export const legalHolidays: Holidays = holidaysFrom(legal)

/** The holidays that move the due day of legal supervision (tutelle): CDLD L3113-2. */
export const supervisionHolidays: Holidays = holidaysFrom([...legal, ...addedBySupervision])

/** Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const moonCorrection = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const day = epact + toSunday - 7 * late + 114
  return new Temporal.PlainDate(year, Math.floor(day / 31), (day % 31) + 1)
}

function holidaysFrom(days: readonly HolidayDay[]): Holidays {
  const byYear = new Map<number, Map<string, HolidayName>>()
  return (date) => {
    let ofYear = byYear.get(date.year)
    if (!ofYear) {
      ofYear = new Map(
        inForce(days, date.year).map((day) => [dateOf(day, date.year).toString(), day.name]),
      )
      byYear.set(date.year, ofYear)
    }
    return ofYear.get(date.toString()) ?? null
  }
}

function dateOf(day: HolidayDay, year: number): Temporal.PlainDate {
  if ('afterEaster' in day) return easterSunday(year).add({ days: day.afterEaster })
  return new Temporal.PlainDate(year, day.month, day.day)
}
