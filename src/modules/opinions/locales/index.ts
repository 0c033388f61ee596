import { addCatalogue } from '#kernel/i18n'
import { en as wordsEn } from './en.ts'
import { fr as wordsFr } from './fr.ts'
import { givenDe } from './given.de.ts'
import { givenEn } from './given.en.ts'
import { givenFr } from './given.fr.ts'

const fr = { ...wordsFr, ...givenFr }
const en: Record<keyof typeof fr, string> = { ...wordsEn, ...givenEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    opinions: typeof fr
  }
}

addCatalogue('opinions', { fr, en, de: givenDe })
