import { addCatalogue } from '#kernel/i18n'
import { statesEn } from './states.en.ts'
import { statesFr } from './states.fr.ts'
import { wordsEn } from './words.en.ts'
import { wordsFr } from './words.fr.ts'

const fr = { ...statesFr, ...wordsFr }
const en: Record<keyof typeof fr, string> = { ...statesEn, ...wordsEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    strategy: typeof fr
  }
}

addCatalogue('strategy', { fr, en })
