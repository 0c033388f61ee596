import { nationalNumber } from '#kernel/identifiers'
import { isGivenName } from './given-names.ts'
import { isFrench } from './lexicon.ts'
import { keyOf } from './tokens.ts'
import type { Finding } from './kinds.ts'
import { asFigures, before, every, figure } from './numbers.ts'

/** Numbers of the national register and of the BIS register: by their shape, or by what is said before them. */
export const nationalNumbers = (text: string): Finding[] =>
  every(
    text,
    'national_number',
    new RegExp(`(?<![\\p{L}\\d.+/])${figure}{2}(?:[ .,/–-]{0,3}${figure}){9}(?![\\p{L}\\d])`, 'gu'),
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
      `(?<![\\p{L}\\d])[A-Z] ?[A-Z] ?${figure}{2}(?:[ .-]{0,2}[A-Z\\doIl]{4}){2,7}(?:[ .-]{0,2}[A-Z\\doIl]{1,3})?(?![\\p{L}\\d])`,
      'gu',
    ),
    (found, at) =>
      ibanHolds(found) ||
      ibanHolds(found.slice(0, 2) + asFigures(found.slice(2))) ||
      (found.replaceAll(/[\s.-]/g, '').length === 16 &&
        (/^BE/.test(found) || /iban|compte|konto|rekening/.test(before(text, at, 40)))),
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

/** Addresses of e-mail, also as people hide them from machines. */
export const mailboxes = (text: string): Finding[] =>
  every(
    text,
    'email',
    /[\p{L}\p{M}\d](?:[\p{L}\p{M}\d._%+-]{0,62}[\p{L}\p{M}\d])?(?:@| ?[([] ?(?:at|arobase|a|@) ?[)\]] ?)[\p{L}\p{M}\d](?:[\p{L}\p{M}\d-]{0,62}(?:\.|,)){1,4}[\p{L}]{2,12}/giu,
    (found) => {
      const [local = ''] = found.toLowerCase().split(/@| ?[([]/)
      if (/^\p{L}{4,}$/u.test(local) && isFrench(keyOf(local)) && !isGivenName(local)) return false
      return !office.has(local) && !office.has(local.split(/[.\d_-]/)[0] ?? '')
    },
  )
