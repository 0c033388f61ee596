import { addCatalogue } from '#kernel/i18n'
import { en as wordsEn } from './en.ts'
import { fr as wordsFr } from './fr.ts'
import { reportsEn } from './reports.en.ts'
import { reportsFr } from './reports.fr.ts'

const fr = { ...wordsFr, ...reportsFr }
const en: Record<keyof typeof fr, string> = { ...wordsEn, ...reportsEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    accountability: typeof fr
  }
}

addCatalogue('accountability', { fr, en })
