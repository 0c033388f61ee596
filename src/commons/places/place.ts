import { t } from '#kernel/i18n'

/** In WGS84, in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** The street of a place, as it is called now; without an id, one that the register does not have. */
export interface PlaceStreet {
  id: string | null
  name: string
}

/** A place that a dossier names, as its column holds it: a type, since rows of fields are read by any name. */
export type Place = {
  street: PlaceStreet
  number: string
  box: string
  postal_code: string
  locality: string
  parcel: string | null
  point: Point | null
}

/** A Belgian postal code: four digits, from 1000 on. */
export const isPostalCode = (code: string): boolean => /^[1-9]\d{3}$/.test(code)

/** A parcel as the cadastre writes it (capakey): division, section, number / bis, exponent, power. */
export const parcelPattern = /^\d{5}[A-Z]\d{4}\/\d{2}[A-Z_]\d{3}$/

/** « 50.46690, 4.86750 »: to a metre. */
export const pointInWords = ({ latitude, longitude }: Point): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`

/** Two numbers as people write a point: with points or commas in them, and a blank, a comma or both between. */
export function pointIn(typed: string): Point | null {
  const [, latitude, longitude] =
    /^(-?\d{1,3}(?:[.,]\d+)?)°?(?:\s*[,;]\s+|\s+|\s*;|(?<=\.\d+),)(-?\d{1,3}(?:[.,]\d+)?)°?$/.exec(
      typed.trim(),
    ) ?? []
  if (latitude === undefined || longitude === undefined) return null
  const number = (text: string) => Number(text.replace(',', '.'))
  return { latitude: number(latitude), longitude: number(longitude) }
}

/** Whether a point can lie in Belgium, or a step beyond its border. */
export const isInBelgium = ({ latitude, longitude }: Point): boolean =>
  latitude >= 49.4 && latitude <= 51.6 && longitude >= 2.5 && longitude <= 6.5

/** What stands after the street: « 12 bte 3 ». */
export const houseInWords = ({ number, box }: Pick<Place, 'number' | 'box'>): string =>
  [number, box && t('places.box_short', { box })].filter(Boolean).join(' ')

/** « Rue Haute 12 bte 3 » */
export const briefly = (place: Place): string =>
  [place.street.name, houseInWords(place)].filter(Boolean).join(' ')

/** « Rue Haute 12 bte 3, 5000 Namur » */
export const inWords = (place: Place): string =>
  [briefly(place), townOf(place)].filter(Boolean).join(', ')

export const townOf = ({ postal_code, locality }: Pick<Place, 'postal_code' | 'locality'>) =>
  [postal_code, locality].filter(Boolean).join(' ')

/** The same with parcel and point, as a spreadsheet tells it and a list is read. */
export const inFull = (place: Place): string =>
  [inWords(place), place.parcel, place.point && pointInWords(place.point).replace(',', '')]
    .filter(Boolean)
    .join(', ')

const boxWord = /^(?:bte|boite|boîte|box|bus|bk|bfk)\.?$/i
const houseNumber = /^\d+[a-z]?(?:[-/]\d+[a-z]?)?$/i
const added = /^(?:[a-z]|bis|ter)$/i

/** « Rue Haute 12 A bte 3 »: the street, and what stands after it. */
function addressIn(words: string): Record<string, string> {
  const all = words.split(/\s+/)
  const box = boxWord.test(all.at(-2) ?? '') ? all.splice(-2).at(-1) : undefined
  const isApart = added.test(all.at(-1) ?? '') && /^\d+$/.test(all.at(-2) ?? '')
  const length = isApart ? 2 : houseNumber.test(all.at(-1) ?? '') ? 1 : 0
  const number = length > 0 && all.length > length ? all.splice(-length).join(' ') : undefined
  return { street: all.join(' '), ...(number && { number }), ...(box && { box }) }
}

/** A place in the words of `inFull`, as a form would send it: what is neither is refused there, by its own sentence. */
export function placeIn(words: string): Record<string, string> {
  const [first = '', ...rest] = words.split(',').map((part) => part.trim())
  const sent = addressIn(first)
  for (const part of rest) {
    const [word = '', ...others] = part.split(/\s+/)
    const town = others.join(' ')
    if (pointIn(part)) sent['point'] = part
    else if (/^\d{5}/.test(part)) sent['parcel'] = part
    else if (!sent['number'] && !town && /^\d/.test(part)) sent['number'] = part
    else if (/^\d/.test(part)) Object.assign(sent, { postal_code: word, locality: town })
    else sent['locality'] = [sent['locality'], part].filter(Boolean).join(', ')
  }
  return sent
}
