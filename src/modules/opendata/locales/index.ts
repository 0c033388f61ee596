import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { publicDe } from './public.de.ts'
import { publicEn } from './public.en.ts'
import { publicFr } from './public.fr.ts'
import { publicNl } from './public.nl.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    opendata: typeof fr & typeof publicFr
  }
}

addCatalogue('opendata', {
  fr: { ...fr, ...publicFr },
  en: { ...en, ...publicEn },
  de: publicDe,
  nl: publicNl,
})
