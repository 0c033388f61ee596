import { addCatalogue } from '#kernel/i18n'
import { actsEn } from './acts.en.ts'
import { actsFr } from './acts.fr.ts'
import { statesEn } from './states.en.ts'
import { statesFr } from './states.fr.ts'
import { wordsEn } from './words.en.ts'
import { wordsFr } from './words.fr.ts'

const fr = { ...statesFr, ...wordsFr, ...actsFr }
const en: Record<keyof typeof fr, string> = { ...statesEn, ...wordsEn, ...actsEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    strategy: typeof fr
  }
}

addCatalogue('strategy', { fr, en })
