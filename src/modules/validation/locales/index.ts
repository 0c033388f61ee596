import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { papersDe } from './paper.de.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    validation: typeof fr
  }
}

addCatalogue('validation', { fr, en, de: papersDe })
