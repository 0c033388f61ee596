import { addCatalogue } from '#kernel/i18n'
import { lawDe } from './law.de.ts'
import { lawEn } from './law.en.ts'
import { lawFr } from './law.fr.ts'
import { lawNl } from './law.nl.ts'
import { publicDe } from './public.de.ts'
import { publicNl } from './public.nl.ts'
import { reportDe } from './report.de.ts'
import { statesEn } from './states.en.ts'
import { statesFr } from './states.fr.ts'
import { viewsEn } from './views.en.ts'
import { viewsFr } from './views.fr.ts'
import { wordsEn } from './words.en.ts'
import { wordsFr } from './words.fr.ts'

const fr = { ...statesFr, ...wordsFr, ...viewsFr, ...lawFr }
const en: Record<keyof typeof fr, string> = { ...statesEn, ...wordsEn, ...viewsEn, ...lawEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    strategy: typeof fr
  }
}

addCatalogue('strategy', {
  fr,
  en,
  de: { ...publicDe, ...reportDe, ...lawDe },
  nl: { ...publicNl, ...lawNl },
})
