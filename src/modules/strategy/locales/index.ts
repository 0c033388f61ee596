import { addCatalogue } from '#kernel/i18n'
import { publicDe } from './public.de.ts'
import { publicNl } from './public.nl.ts'
import { statesEn } from './states.en.ts'
import { statesFr } from './states.fr.ts'
import { viewsEn } from './views.en.ts'
import { viewsFr } from './views.fr.ts'
import { wordsEn } from './words.en.ts'
import { wordsFr } from './words.fr.ts'

const fr = { ...statesFr, ...wordsFr, ...viewsFr }
const en: Record<keyof typeof fr, string> = { ...statesEn, ...wordsEn, ...viewsEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    strategy: typeof fr
  }
}

addCatalogue('strategy', { fr, en, de: publicDe, nl: publicNl })
