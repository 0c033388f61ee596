import { nationalNumber } from '#kernel/identifiers'
import { isGivenName } from './given-names.ts'
import { isFrench } from './lexicon.ts'
import { keyOf } from './tokens.ts'
import { common } from './words.ts'
import type { Finding } from './kinds.ts'
import { asFigures, before, every, figure } from './numbers.ts'

/** Numbers of the national register and of the BIS register: by their shape, or by what is said before them. */
export const nationalNumbers = (text: string): Finding[] =>
  every(
    text,
    'national_number',
    new RegExp(
      `(?<![\\p{L}\\d.+/])${figure}{2}(?:[ .,/\\n–-]{0,3}${figure}){9}(?![\\p{L}\\d])`,
      'gu',
    ),
    (found, at) =>
      (found.match(/\d/g)?.length ?? 0) >= 7 &&
      (nationalNumber(asFigures(found)) !== null ||
        /^..[., ]..[., ]..[- ]{1,2}...[., -]..$/.test(found) ||
        /nation|niss|registre|\brn\b|\bbis\b|rijksregister|reg\. ?nat/.test(before(text, at, 60))),
  )

/** Whether the two figures after the country hold for the rest (ISO 13616, modulo 97). */
function ibanHolds(found: string): boolean {
  const bare = found.replaceAll(/[\s.-]/g, '').toUpperCase()
  if (bare.length < 15 || bare.length > 34) return false
  let rest = 0
  for (const sign of `${bare.slice(4)}${bare.slice(0, 4)}`)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** Numbers of bank accounts. */
export const accounts = (text: string): Finding[] =>
  every(
    text,
    'iban',
    new RegExp(
      `(?<![\\p{L}\\d])[A-Z] ?[A-Z] ?${figure}{2}(?:[ .\\n-]{0,2}[A-Z\\doIl]{4}){2,7}(?:[ .-]{0,2}[A-Z\\doIl]{1,3})?(?![\\p{L}\\d])`,
      'gu',
    ),
    (found, at) =>
      ibanHolds(found) ||
      ibanHolds(found.slice(0, 2) + asFigures(found.slice(2))) ||
      (found.replaceAll(/[\s.-]/g, '').length === 16 &&
        (found.startsWith('BE') || /iban|compte|konto|rekening/.test(before(text, at, 40)))),
  )

/** What stands before the « @ » of an office. */
const office = new Set(
  `info infos contact commune ville administration urbanisme secretariat finances finance population etatcivil etat-civil travaux college cpas
marches marchespublics juridique personnel rh grh accueil dg direction service services conseil enseignement environnement mobilite police recette
taxes comptabilite facturation factures logement noreply no-reply support help info.commune greffe presse communication culture sport sports
jeunesse tourisme bibliotheque guichet permis cadastre registre dpo rgpd privacy zone secours accounting office verwaltung gemeinde rathaus sekretariat
bauamt onthaal gemeente directeur.general directeurgeneral directrice.generale receveur bourgmestre participation enquete enquetepublique offres
soumissions devis sales ventes commercial hello bonjour omgeving burgerzaken dienst bouwen stedenbouw kanzlei standesamt einwohner bauwesen mail courrier energie dechets proprete plan.cohesion pcs ale crèche creche ecole`.split(
    /\s+/,
  ),
)

const mailbox =
  /(?<![\p{L}\d._%+,-])[\p{L}\d][\p{L}\d._%+,-]{0,63}(?:@| ?[([] ?(?:at|arobase|a|@) ?[)\]] ?)[\p{L}\d][\p{L}\d.,-]{1,80}(?: [\p{L}\d-]{1,20}[.,][\p{L}1]{2,12})?/giu
/** The ends of names that a scan does not part. */
const whole = /\.(?:be|com|eu|org|net|fr|de|nl|lu|info|example|brussels|vlaanderen|uk|int|io)$/i

/** Addresses of e-mail, also as people hide them from machines, and as a scan parts them. */
export function mailboxes(text: string): Finding[] {
  const found: Finding[] = []
  for (const { 0: words, index } of text.matchAll(mailbox)) {
    const [local = ''] = words.toLowerCase().split(/@| ?[([]/)
    if (isOfOffice(local)) continue
    const [domain = ''] = words.slice(local.length).split(/ (?=[^ ]*$)/)
    const isTorn = !/[.,]\p{L}/u.test(domain)
    const mail = (isTorn ? words : words.slice(0, local.length + domain.length)).replace(
      /[.,-]{1,9}$/,
      '',
    )
    if (!/[.,][\p{L}1]{2,12}$/u.test(mail)) continue
    const to = index + mail.length
    found.push({
      from: index - headOf(text, index),
      to: to + tailOf(text, mail, to),
      kind: 'email',
    })
  }
  return found
}

/** « urbanisme@ », « info@ »: one word of the language, or the name of a service. */
const isOfOffice = (local: string): boolean =>
  (/^\p{L}{4,64}$/u.test(local) && isFrench(keyOf(local)) && !isGivenName(local)) ||
  office.has(local) ||
  office.has(local.split(/[.\d_-]/)[0] ?? '')

/** How long a piece is that a scan parted from the head: « am ato.vito@ ». */
function headOf(text: string, from: number): number {
  const head = /(?:^|[ \n(])(\p{L}{1,8}) $/u.exec(text.slice(Math.max(0, from - 12), from))?.[1]
  if (!head) return 0
  const key = keyOf(head)
  return isFrench(key) || isGivenName(key) || common.has(key) ? 0 : head.length + 1
}

/** And from the end: « @boite.exa mple ». */
function tailOf(text: string, mail: string, to: number): number {
  const tail = whole.test(mail)
    ? undefined
    : /^ \p{Ll}{2,8}(?!\p{L})/u.exec(text.slice(to, to + 10))?.[0]
  return tail && !isFrench(keyOf(tail.trim())) ? tail.length : 0
}
