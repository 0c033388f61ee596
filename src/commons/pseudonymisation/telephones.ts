import { enterpriseNumber } from '#kernel/identifiers'
import type { Finding } from './kinds.ts'
import { asFigures, before, every, figure } from './numbers.ts'

const between = '[ .,/–-]{0,3}'
const international = `(?:\\+|[0O]{2} ?)(?:${figure}{1,3})${between}(?:\\(0\\)${between})?${figure}(?:${between}${figure}){6,11}`
const national = `(?:\\([0O]${figure}{1,3}\\)|[0O]${figure}{1,3})${between}${figure}{1,3}(?:${between}${figure}{2,4}){1,3}`

/** Whose number it is where it is nobody's: a switchboard, an office. */
const ofOffice =
  /standard|accueil|central|secr[ée]tariat|administration|permanence|num[ée]ro (?:g[ée]n[ée]ral|gratuit|vert|d'urgence)|guichet|service \p{L}+ ?:?|zentrale|onthaal|balie|empfang|rathaus/u
const noTelephone =
  /(?:bce|zdu|nummer|tva|entreprise|rpm|be|kbo|btw|n° d'ent\.?|mwst|p\.? ?o|r[ée]f\w{0,8}|iban|communication|facture|compte|nn|niss|national|\+\+|\*\*)[ .:°n-]{0,6}$/

/** Telephone numbers of people. */
export const telephones = (text: string): Finding[] =>
  every(
    text,
    'telephone',
    new RegExp(
      `(?<![\\p{L}\\d/.+*-])(?<!\\d{3} )(?:${international}|${national})(?![\\p{L}\\d+]|[./-]\\d)`,
      'gu',
    ),
    (found, at) => {
      const bare = asFigures(found).replaceAll(/\D/g, '')
      if (noTelephone.test(before(text, at, 22))) return false
      if (/^0\d{3}[. ]\d{3}[. ]\d{3}$/.test(found) && enterpriseNumber(bare)) return false
      const isAbroad = /^(?:\+|[0O]{2})/.test(found)
      if (/^0(?:800|78|90\d)/.test(bare) && !isAbroad && /^0(?:800|90)/.test(bare)) return false
      const holds = isAbroad
        ? bare.length >= 9 && bare.length <= 16
        : /^0(?:4\d{8}|[1-9]\d{7})$/.test(bare)
      return holds && !ofOffice.test(before(text, at, 32))
    },
  )
