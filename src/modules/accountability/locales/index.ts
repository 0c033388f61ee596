import { addCatalogue } from '#kernel/i18n'
import { en as wordsEn } from './en.ts'
import { fr as wordsFr } from './fr.ts'
import { publicEn } from './public.en.ts'
import { publicFr } from './public.fr.ts'

const fr = { ...wordsFr, ...publicFr }
const en: Record<keyof typeof fr, string> = { ...wordsEn, ...publicEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    accountability: typeof fr
  }
}

addCatalogue('accountability', { fr, en })
