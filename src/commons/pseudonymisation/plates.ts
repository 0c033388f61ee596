import type { Finding } from './kinds.ts'
import { before, every } from './numbers.ts'

const ofCars =
  /immatricul|plaque|v[ée]hicule|voiture|camionnette|moto|remorque|camion|marque|scooter|kennzeichen|kfz|nummerplaat|wagen|auto|caravane|cyclomoteur|utilitaire|d[ée]placements?|km |stellplatz|stationn|chauffeur|conduit|châssis|parking/
const noCar =
  /r[ée]f[ée]?r?[ée]?n?c?e?s?|dossier|cahier|facture|cabine|poteau|rapport|permis|plan|projet|march[ée]|lot|num[ée]ro|communication|tva|section|article/

const open = '(?<![\\p{L}\\d/.-])'
const close = '(?![\\p{L}\\d/]|-\\d)'
const figures = '[\\dOlI]{3}'
/** As they are since 2010, or by their kind of letters. */
const current = new RegExp(
  `${open}(?:[1-9lIQTOZ]) ?[-–.·]? ?[A-Z]{3}[ \\n]?[-–.·]?[ \\n]?${figures}${close}`,
  'gu',
)
/** Those of before, and of neighbours. */
const others = new RegExp(
  `${open}(?:[A-Z]{3} ?[-–.·]? ?${figures}|${figures} ?[-–.·]? ?[A-Z]{3}|[A-Z]{2}-${figures}-[A-Z]{2}|[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[ \\n]?-?\\d{2,4})${close}`,
  'gu',
)

/**
 * Number plates: those that are written as plates are, but for what says of itself that it is a reference; others by what is said
 * of cars around them, or in the column of a table.
 */
export const plates = (text: string): Finding[] => {
  const under = columns(text)
  const holds = (at: number, isPlate: boolean) => {
    if (under(at)) return true
    const said = before(text, at, 90)
    const car = lastOf(said, ofCars)
    const other = lastOf(said.slice(-40), noCar)
    if (other >= 0 && other + Math.max(0, said.length - 40) > car) return false
    return car >= 0 || isPlate
  }
  return [
    ...every(text, 'plate', current, (_, at) => holds(at, true)),
    ...every(text, 'plate', others, (_, at) => holds(at, false)),
  ]
}

const lastOf = (text: string, pattern: RegExp): number => {
  let last = -1
  for (const match of text.matchAll(new RegExp(pattern.source, 'gu'))) last = match.index
  return last
}

const head = /^(?:n° de )?(?:plaque|immatriculation|kennzeichen|nummerplaat|v[ée]hicule)s?/i

/** Whether a place is in a column of which the head says « plaque »; or one in which a plate of today stands. */
function columns(text: string): (at: number) => boolean {
  const cells: { from: number; to: number }[] = []
  let rows: { column: number; from: number; to: number; words: string }[] = []
  let at = 0
  const close = () => {
    const marked = new Set<number>()
    for (const { column, words } of rows)
      if (head.test(words) || /^[12]-[A-Z]{3}-\d{3}$/.test(words.trim())) marked.add(column)
    for (const row of rows) if (marked.has(row.column) && row.words.length < 14) cells.push(row)
    rows = []
  }
  for (const line of text.split('\n')) {
    if (!line.includes('\t')) close()
    else {
      let from = at
      for (const [column, words] of line.split('\t').entries()) {
        rows.push({ column, from, to: from + words.length, words })
        from += words.length + 1
      }
    }
    at += line.length + 1
  }
  close()
  let place = 0
  let last = 0
  return (from) => {
    if (from < last) place = 0
    last = from
    while (place < cells.length && (cells[place]?.to ?? 0) <= from) place += 1
    const cell = cells[place]
    return cell !== undefined && cell.from <= from
  }
}
