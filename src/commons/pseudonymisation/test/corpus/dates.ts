import { mark } from './marks.ts'
import type { Person } from './people.ts'
import type { Dice } from './dice.ts'
import type { Scene } from './scene.ts'

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
    ' ',
  ),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  ),
}
const two = (value: number) => String(value).padStart(2, '0')

/** A day in full letters of a language: « 1er mars 2026 », « 3. März 2026 », « 3 maart 2026 ». */
export function inWords(
  day: number,
  month: number,
  year: number,
  language: keyof typeof months = 'fr',
) {
  const ordinal = language === 'fr' && day === 1 ? 'er' : language === 'de' ? '.' : ''
  return `${day}${ordinal} ${months[language][month - 1]} ${year}`
}

/** A date that is nobody's birth. */
export function date(dice: Dice, from = 2019, to = 2026): string {
  const [day, month, year] = [dice.int(1, 28), dice.int(1, 12), dice.int(from, to)]
  return dice.chance(0.75)
    ? inWords(day, month, year)
    : dice.pick([
        `${two(day)}/${two(month)}/${year}`,
        `${two(day)}.${two(month)}.${year}`,
        `${day}-${month}-${year}`,
      ])
}

const units =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const tens = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'septante',
  'quatre-vingt',
  'nonante',
]

function inLetters(value: number): string {
  if (value < 20) return units[value] ?? ''
  const [ten, unit] = [tens[Math.floor(value / 10)] ?? '', value % 10]
  if (unit === 0) return ten === 'quatre-vingt' ? 'quatre-vingts' : ten
  return unit === 1 && ten !== 'quatre-vingt' ? `${ten} et un` : `${ten}-${units[unit]}`
}

/** As notaries write a birth: « quatre mai mil neuf cent cinquante-deux ». */
function notarial({ day, month, year }: Person['birth']): string {
  const century = year < 2000 ? 'mil neuf cent' : 'deux mille'
  const rest = year % 100 === 0 ? '' : ` ${inLetters(year % 100)}`
  return `${day === 1 ? 'premier' : inLetters(day)} ${months.fr[month - 1]} ${century}${rest}`
}

export function birthNumbers(scene: Scene, who: Person): string {
  const { day, month, year } = who.birth
  return mark(
    'birth_date',
    scene.pick([
      `${two(day)}/${two(month)}/${year}`,
      `${two(day)}/${two(month)}/${year}`,
      `${two(day)}.${two(month)}.${year}`,
      `${two(day)}-${two(month)}-${year}`,
      `${day}/${month}/${year}`,
      `${year}-${two(month)}-${two(day)}`,
    ]),
  )
}

const birthWords = (who: Person) =>
  mark('birth_date', inWords(who.birth.day, who.birth.month, who.birth.year))

const birthplaces =
  'Huy Liège Namur Seraing Verviers Charleroi Dinant Waremme Marche-en-Famenne Ougrée Hermalle Rocourt Ixelles Uccle Tournai Arlon Bastogne Libramont Malmedy Ath Kinshasa Nador Casablanca Palerme Agrigente Cracovie Emirdağ Porto Bruxelles'.split(
    ' ',
  )

/** « né à Huy le 3 mars 1984 » and its many sisters; only the date is marked. */
export function born(scene: Scene, who: Person): string {
  const e = who.woman ? 'e' : ''
  const place = scene.pick(birthplaces)
  return scene.pick([
    `né${e} à ${place} le ${birthWords(who)}`,
    `né${e} à ${place} le ${birthWords(who)}`,
    `né${e} le ${birthWords(who)} à ${place}`,
    `né${e} à ${place}, le ${birthNumbers(scene, who)}`,
    `né(e) le ${birthNumbers(scene, who)}`,
    `né${e} le ${birthNumbers(scene, who)}`,
    `°${birthNumbers(scene, who)}`,
    `° ${place} ${birthNumbers(scene, who)}`,
    `(${place}, ${birthNumbers(scene, who)})`,
    `date de naissance : ${birthNumbers(scene, who)}`,
    `dont la naissance est survenue à ${place} le ${birthWords(who)}`,
  ])
}

/** Only for deeds. */
export function bornByDeed(scene: Scene, who: Person): string {
  const day = scene.chance(0.4) ? mark('birth_date', notarial(who.birth)) : birthWords(who)
  return `${who.woman ? 'née' : 'né'} à ${scene.pick(birthplaces)}, le ${day}`
}

export function bornAbroad(scene: Scene, who: Person, language: 'de' | 'nl'): string {
  const { day, month, year } = who.birth
  const words = mark('birth_date', inWords(day, month, year, language))
  return language === 'de'
    ? scene.pick([
        `geboren am ${words} in ${scene.pick(['Eupen', 'Sankt Vith', 'Aachen', 'Malmedy'])}`,
        `geb. ${birthNumbers(scene, who)}`,
        `geboren in Eupen am ${words}`,
        `*${birthNumbers(scene, who)}`,
      ])
    : scene.pick([
        `geboren te ${scene.pick(['Hasselt', 'Tongeren', 'Genk', 'Leuven'])} op ${words}`,
        `geb. op ${birthNumbers(scene, who)}`,
        `° ${birthNumbers(scene, who)}`,
      ])
}
