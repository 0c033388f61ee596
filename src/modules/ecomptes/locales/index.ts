import { addCatalogue } from '#kernel/i18n'
import { en as faultsEn } from './en.ts'
import { exchangeEn } from './exchange.en.ts'
import { exchangeFr } from './exchange.fr.ts'
import { fr as faultsFr } from './fr.ts'

const fr = { ...faultsFr, ...exchangeFr }
const en: Record<keyof typeof fr, string> = { ...faultsEn, ...exchangeEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    ecomptes: typeof fr
  }
}

addCatalogue('ecomptes', { fr, en })
