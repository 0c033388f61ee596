/** Why a date is a holiday (jour férié); `closing_day` is for the days an authority adds itself. */
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

type HolidayDay =
  | { readonly name: HolidayName; readonly month: number; readonly day: number }
  | { readonly name: HolidayName; readonly afterEaster: number }

const legal: readonly HolidayDay[] = [
  { name: 'new_year', month: 1, day: 1 },
  { name: 'easter_monday', afterEaster: 1 },
  { name: 'labour_day', month: 5, day: 1 },
  { name: 'ascension', afterEaster: 39 },
  { name: 'whit_monday', afterEaster: 50 },
  { name: 'national_day', month: 7, day: 21 },
  { name: 'assumption', month: 8, day: 15 },
  { name: 'all_saints', month: 11, day: 1 },
  { name: 'armistice', month: 11, day: 11 },
  { name: 'christmas', month: 12, day: 25 },
]

const addedBySupervision: readonly HolidayDay[] = [
  { name: 'french_community_day', month: 9, day: 27 },
  { name: 'all_souls', month: 11, day: 2 },
  { name: 'kings_feast', month: 11, day: 15 },
  { name: 'boxing_day', month: 12, day: 26 },
]

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
      ofYear = new Map(days.map((day) => [dateOf(day, date.year).toString(), day.name]))
      byYear.set(date.year, ofYear)
    }
    return ofYear.get(date.toString()) ?? null
  }
}

function dateOf(day: HolidayDay, year: number): Temporal.PlainDate {
  if ('afterEaster' in day) return easterSunday(year).add({ days: day.afterEaster })
  return new Temporal.PlainDate(year, day.month, day.day)
}
