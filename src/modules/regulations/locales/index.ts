import { addCatalogue } from '#kernel/i18n'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    regulations: typeof fr
  }
}

addCatalogue('regulations', { fr, en, de, nl })
