import { enterpriseNumber, nationalNumber } from '#commons/parties'
import type { Finding, PersonalKind } from './kinds.ts'

/** What stands before a place, on the same line or the one above: what a number is, is said there. */
const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at).toLowerCase()

/** What a scan reads as letters where figures stand. */
const asFigures = (text: string): string => text.replaceAll(/[Oo]/g, '0').replaceAll(/[lI|]/g, '1')

const every = (
  text: string,
  kind: PersonalKind,
  pattern: RegExp,
  holds: (found: string, at: number) => boolean,
): Finding[] =>
  [...text.matchAll(pattern)]
    .filter((match) => holds(match[0], match.index))
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length, kind }))

const figure = '[\\dOolI]'

/** Numbers of the national register and of the BIS register: by their shape, or by what is said before them. */
export const nationalNumbers = (text: string): Finding[] =>
  every(
    text,
    'national_number',
    new RegExp(`(?<![\\p{L}\\d.])${figure}{2}(?:[ ./-]{0,2}${figure}){9}(?![\\p{L}\\d])`, 'gu'),
    (found, at) =>
      (found.match(/\d/g)?.length ?? 0) >= 7 &&
      (nationalNumber(asFigures(found)) !== null ||
        /^..[. ]..[. ]..[- ]{1,2}...[. -]..$/.test(found) ||
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
      `(?<![\\p{L}\\d])[A-Z]{2} ?${figure}{2}(?:[ .-]{0,2}[A-Z\\doIl]{4}){2,7}(?:[ .-]{0,2}[A-Z\\doIl]{1,3})?(?![\\p{L}\\d])`,
      'gu',
    ),
    (found, at) =>
      ibanHolds(found) ||
      ibanHolds(found.slice(0, 2) + asFigures(found.slice(2))) ||
      (found.replaceAll(/[\s.-]/g, '').length === 16 &&
        (/^BE/.test(found) || /iban|compte|konto|rekening/.test(before(text, at, 40)))),
  )

const international =
  '(?:\\+|00)\\d{1,3}[ ./-]{0,2}(?:\\(0\\)[ ./-]?)?\\d(?:[ ./-]{0,2}[\\dOlI]){6,10}'
const national =
  '\\(?[0O][\\dOlI]{1,3}\\)?[ ./-]{0,3}[\\dOlI]{2,3}(?:[ ./-]{0,2}[\\dOlI]{2,3}){2,3}'

/** Whose number it is where it is nobody’s: a switchboard, an office. */
const ofOffice =
  /standard|accueil|central|secr[ée]tariat|administration|permanence|num[ée]ro g[ée]n[ée]ral|guichet|numéro vert|service \p{L}+ ?:?|zentrale|onthaal/u
const noTelephone =
  /(?:bce|tva|entreprise|rpm|be|kbo|btw|n° d'ent\.?|mwst|p\.? ?o|r[ée]f\w*)[ .:°n-]*$/

/** Telephone numbers of people. */
export const telephones = (text: string): Finding[] =>
  every(
    text,
    'telephone',
    new RegExp(`(?<![\\p{L}\\d/.])(?:${international}|${national})(?![\\p{L}\\d])`, 'gu'),
    (found, at) => {
      const bare = asFigures(found).replaceAll(/\D/g, '')
      if (noTelephone.test(before(text, at, 22))) return false
      if (/^0\d{3}[. ]\d{3}[. ]\d{3}$/.test(found) && enterpriseNumber(bare)) return false
      const inside = /^\s*(?:\+|00)/.test(found)
        ? bare.length >= 9
        : /^0(?:4\d{8}|[1-9]\d{7})$/.test(bare)
      return inside && !ofOffice.test(before(text, at, 30))
    },
  )

/** What stands before the « @ » of an office. */
const office = new Set(
  `info infos contact commune ville administration urbanisme secretariat finances finance population etatcivil etat-civil travaux college cpas
marches marchespublics juridique personnel rh grh accueil dg direction service services conseil enseignement environnement mobilite police recette
taxes comptabilite facturation factures logement noreply no-reply support help info.commune greffe presse communication culture sport sports
jeunesse tourisme bibliotheque guichet permis cadastre registre dpo rgpd privacy zone secours accounting office verwaltung gemeinde rathaus sekretariat
bauamt onthaal gemeente directeur.general directeurgeneral directrice.generale receveur bourgmestre participation enquete enquetepublique offres
soumissions devis sales ventes commercial hello bonjour mail courrier energie dechets proprete plan.cohesion pcs ale crèche creche ecole`.split(
    /\s+/,
  ),
)

/** Addresses of e-mail, also as people hide them from machines. */
export const mailboxes = (text: string): Finding[] =>
  every(
    text,
    'email',
    /[\p{L}\p{M}\d](?:[\p{L}\p{M}\d._%+-]{0,62}[\p{L}\p{M}\d])?(?:@| ?[([] ?(?:at|arobase|a|@) ?[)\]] ?)[\p{L}\p{M}\d](?:[\p{L}\p{M}\d-]{0,62}(?:\.|,)){1,4}[\p{L}]{2,12}/giu,
    (found) => {
      const [local = ''] = found.toLowerCase().split(/@| ?[([]/)
      return !office.has(local) && !office.has(local.split(/[.\d_-]/)[0] ?? '')
    },
  )

const ofCars =
  /immatric|plaque|v[ée]hicule|voiture|camionnette|moto|remorque|camion|marque|scooter|kennzeichen|nummerplaat|wagen|stationn|auto|caravane|cyclomoteur|utilitaire/

/** Number plates of Belgian cars: those of 2010 by their shape, those of before by what is said of them. */
export const plates = (text: string): Finding[] => [
  ...every(
    text,
    'plate',
    /(?<![\p{L}\d-])[1-9lIOQT]{1} ?[-–.·] ?[A-Z]{3} ?[-–.·] ?[\dOlI]{3}(?![\p{L}\d-])/gu,
    () => true,
  ),
  ...every(
    text,
    'plate',
    /(?<![\p{L}\d-])(?:[1-9] ?[A-Z]{3} ?[\dOlI]{3}|[A-Z]{3} ?[-–.·]? ?[\dOlI]{3}|[\dOlI]{3} ?[-–.·]? ?[A-Z]{3})(?![\p{L}\d-])/gu,
    (_, at) => ofCars.test(before(text, at, 120)),
  ),
]

const months =
  'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|januar|februar|m[äa]rz|april|juni|juli|august|september|oktober|november|dezember|januari|februari|maart|mei|augustus|december'
const day = `(?:${figure}{1,2}(?:er)?\\.? ?(?:${months}) ${figure}{4}|${figure}{1,2} ?[./-] ?${figure}{1,2} ?[./-] ?${figure}{2,4}|\\d{4}-\\d{2}-\\d{2})`
const birth =
  '(?:(?<!\\p{L})n[ée]+\\(?e?\\)?s?(?!\\p{L})|naissance|(?<!\\p{L})geboren(?:en|e|er)?|(?<!\\p{L})geb\\.|geburtsdatum|geboortedatum|°|(?<!\\p{L})nat\\.)'

/** Days of birth: of what is said before them, or at the head of their column. */
export function birthDates(text: string): Finding[] {
  const said = new RegExp(
    `${birth}(?:[^\\n\\t;]{0,60}?|[^\\n\\t;]{0,40}\\n[^\\n\\t;]{0,20}?)(${day})`,
    'giu',
  )
  const inline: Finding[] = [...text.matchAll(said)].map((match) => {
    const to = match.index + match[0].length
    return { from: to - (match[1]?.length ?? 0), to, kind: 'birth_date' }
  })
  return [...inline, ...underHeads(text, new RegExp(birth, 'iu'), new RegExp(day, 'giu'))]
}

/** What stands in the columns of a table of which the head says so: lines of cells with tabs between. */
function underHeads(text: string, head: RegExp, datum: RegExp): Finding[] {
  const found: Finding[] = []
  let columns: number[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    if (cells.length === 1) columns = []
    const heads = cells.flatMap((cell, column) =>
      head.test(cell) && !/\d/.test(cell) ? [column] : [],
    )
    if (cells.length > 1 && heads.length > 0) columns = heads
    let from = at
    for (const [column, cell] of cells.entries()) {
      if (columns.includes(column))
        for (const match of cell.matchAll(datum))
          found.push({
            from: from + match.index,
            to: from + match.index + match[0].length,
            kind: 'birth_date',
          })
      from += cell.length + 1
    }
    at += line.length + 1
  }
  return found
}
