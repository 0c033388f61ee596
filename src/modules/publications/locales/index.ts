import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { publicDe } from './public.de.ts'
import { publicEn } from './public.en.ts'
import { publicFr } from './public.fr.ts'
import { publicNl } from './public.nl.ts'
import { reviewEn } from './review-en.ts'
import { reviewFr } from './review-fr.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    publications: typeof fr & typeof publicFr & typeof reviewFr
  }
}

addCatalogue('publications', {
  fr: { ...fr, ...publicFr, ...reviewFr },
  en: { ...en, ...publicEn, ...reviewEn },
  de: publicDe,
  nl: publicNl,
})
