import { mark } from './marks.ts'
import type { Person } from './people.ts'
import type { Scene } from './scene.ts'

const digits = (scene: Scene, count: number) =>
  Array.from({ length: count }, () => scene.int(0, 9)).join('')
const two = (value: number) => String(value).padStart(2, '0')

/** Eleven digits whose check is right (mod 97; a 2 stands before them for who is born from 2000). */
function nationalDigits(scene: Scene, who: Person): string {
  const bis = scene.chance(0.12) ? scene.pick([20, 40]) : 0
  const order = scene.int(1, 498) * 2 - (who.woman ? 0 : 1)
  const nine =
    two(who.birth.year % 100) +
    two(who.birth.month + bis) +
    two(who.birth.day) +
    String(order).padStart(3, '0')
  const check = 97 - (Number(who.birth.year >= 2000 ? `2${nine}` : nine) % 97)
  return nine + two(check)
}

export function nationalNumber(scene: Scene, who: Person): string {
  const n = nationalDigits(scene, who)
  const [yy, mm, dd] = [n.slice(0, 2), n.slice(2, 4), n.slice(4, 6)]
  const [serial, check] = [n.slice(6, 9), n.slice(9)]
  return mark(
    'national_number',
    scene.pick([
      `${yy}.${mm}.${dd}-${serial}.${check}`,
      `${yy}.${mm}.${dd}-${serial}.${check}`,
      `${yy}.${mm}.${dd} ${serial}-${check}`,
      `${yy}${mm}${dd}-${serial}.${check}`,
      `${yy}${mm}${dd} ${serial} ${check}`,
      `${yy}${mm}${dd}-${serial}-${check}`,
      `${yy} ${mm} ${dd} ${serial} ${check}`,
      `${yy}/${mm}/${dd}-${serial}-${check}`,
      n,
      n,
    ]),
  )
}

/** With what stands before it. */
export function national(scene: Scene, who: Person): string {
  const label = scene.pick([
    'NN',
    'N.N.',
    'RN',
    'NISS',
    'registre national n°',
    'numéro national',
    'n° de registre national :',
    'inscrit au registre national sous le numéro',
    'identifiant RN',
    'NRN :',
    '',
  ])
  return `${label} ${nationalNumber(scene, who)}`.trim()
}

function remainder(text: string): number {
  let rest = 0
  for (const digit of text) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** The two check digits of ISO 13616. */
function ibanOf(country: string, account: string): string {
  const asDigits = `${account}${country}00`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return country + two(98 - remainder(asDigits)) + account
}

function ibanText(scene: Scene): string {
  const abroad = scene.chance(0.08)
  let whole: string
  if (abroad) {
    whole = scene.pick([
      ibanOf('FR', digits(scene, 23)),
      ibanOf('DE', digits(scene, 18)),
      ibanOf('LU', digits(scene, 18)),
      ibanOf('NL', `ABCD${digits(scene, 10)}`),
    ])
  } else {
    const ten = digits(scene, 10)
    whole = ibanOf('BE', ten + two(remainder(ten) || 97))
  }
  const grouped = whole.replace(/(.{4})(?=.)/g, '$1 ')
  return scene.pick([grouped, grouped, grouped, whole, whole.replace(/(.{4})(?=.)/g, '$1-')])
}

export const iban = (scene: Scene) => mark('iban', ibanText(scene))

/** A subscriber's number as people write it; none is looked up, prefixes are those of the places. */
function phoneText(scene: Scene): string {
  const a = digits(scene, 2)
  const b = digits(scene, 2)
  const c = digits(scene, 2)
  const p = scene.pick([' ', '.', ' ', '-', ''])
  if (scene.chance(0.6)) {
    const prefix = scene.pick([
      '470',
      '471',
      '472',
      '474',
      '476',
      '478',
      '479',
      '485',
      '491',
      '496',
      '498',
    ])
    const rest = `${a}${p}${b}${p}${c}`
    return scene.pick([
      `0${prefix}/${rest}`,
      `0${prefix} ${rest}`,
      `0${prefix}/${rest}`,
      `0${prefix}.${a}.${b}.${c}`,
      `0${prefix}${a}${b}${c}`,
      `+32 ${prefix} ${a} ${b} ${c}`,
      `+32${prefix}${a}${b}${c}`,
      `+32 (0)${prefix}/${a}.${b}.${c}`,
      `+32 (0) ${prefix} ${a} ${b} ${c}`,
      `0032 ${prefix} ${a} ${b} ${c}`,
      `00 32 ${prefix}/${rest}`,
      `0${prefix} / ${a} ${b} ${c}`,
    ])
  }
  if (scene.chance(0.06))
    return scene.pick([`+49 241 ${a}${b}${c}`, `+352 621 ${a}${b}`, `+33 6 ${a} ${b} ${c} 17`])
  const liege = scene.chance(0.35)
  const zone = liege
    ? scene.pick(['4', '2'])
    : scene.pick(['85', '81', '83', '86', '87', '80', '19', '71', '61', '63', '65'])
  const rest = liege ? `${scene.int(2, 9)}${a}${p}${b}${p}${c}` : `${a}${p}${b}${p}${c}`
  return scene.pick([
    `0${zone}/${rest}`,
    `0${zone}/${rest}`,
    `0${zone} ${rest}`,
    `+32 ${zone} ${rest}`,
    `+32 (0)${zone} ${rest}`,
    `(0${zone}) ${rest}`,
    `0032/${zone}/${rest}`,
  ])
}

export const phone = (scene: Scene) => mark('telephone', phoneText(scene))

export function called(scene: Scene): string {
  return `${scene.pick(['tél.', 'tél. :', 'Tél :', 'GSM', 'GSM :', 'gsm', 'téléphone', 'joignable au', 'portable :', 'T.', '☎'])} ${phone(scene)}`
}

const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z-]/g, '')

export function mail(scene: Scene, who: Person): string {
  const [first, last] = [ascii(who.first), ascii(who.last)]
  const year = String(who.birth.year)
  const host = scene.pick([
    'boite.example',
    'courriel.example',
    'monmail.example',
    'poste-libre.example',
    'net-wallon.example',
    'firme.example',
  ])
  const box = scene.pick([
    `${first}.${last}`,
    `${first}.${last}`,
    `${last}.${first}`,
    `${first}_${last}`,
    `${first.slice(0, 1)}.${last}`,
    `${first}${year.slice(2)}`,
    `${last}${first.slice(0, 1)}${scene.int(1, 99)}`,
    `la.tribu.${last}`,
    `${first.slice(0, 4)}${last.slice(0, 3)}${year}`,
    `${first}+commune`,
  ])
  const written = `${box}@${host}`
  return mark(
    'email',
    scene.chance(0.12)
      ? written.replace(
          /(^|[._])([a-z])/g,
          (_, before: string, letter: string) => before + letter.toUpperCase(),
        )
      : written,
  )
}

const letters = (scene: Scene, count: number) =>
  Array.from({ length: count }, () => scene.pick([...'ABCDEFGHJKLNPRSTUVWXYZ'])).join('')

function plateText(scene: Scene): string {
  const three = String(scene.int(1, 999)).padStart(3, '0')
  const abc = letters(scene, 3)
  return scene.pick([
    `${scene.int(1, 2)}-${abc}-${three}`,
    `${scene.int(1, 2)}-${abc}-${three}`,
    `${scene.int(1, 2)}-${abc}-${three}`,
    `${scene.int(1, 2)}-${abc}-${three}`,
    `1${abc}${three}`,
    `2 ${abc} ${three}`,
    `1-${abc} ${three}`,
    `1.${abc}.${three}`,
    `${abc}-${three}`,
    `${abc} ${three}`,
    `${abc}${three}`,
    `${three}-${abc}`,
    `1-M${abc.slice(1)}-${three}`,
    `1-Q${abc.slice(1)}-${three}`,
    `M${abc.slice(1)}-${three}`,
    `${letters(scene, 2)}-${three}-${letters(scene, 2)}`,
    `AC-${letters(scene, 2)} ${three}`,
  ])
}

export const plate = (scene: Scene) => mark('plate', plateText(scene))
