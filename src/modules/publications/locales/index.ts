import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { reviewEn } from './review-en.ts'
import { reviewFr } from './review-fr.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    publications: typeof fr & typeof reviewFr
  }
}

addCatalogue('publications', { fr: { ...fr, ...reviewFr }, en: { ...en, ...reviewEn } })
