import { addCatalogue } from '#kernel/i18n'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { lookingEn } from './looking-en.ts'
import { lookingFr } from './looking-fr.ts'
import { nl } from './nl.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    regulations: typeof fr & typeof lookingFr
  }
}

addCatalogue('regulations', {
  fr: { ...fr, ...lookingFr },
  en: { ...en, ...lookingEn },
  ...{ de, nl },
})
