import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    publications: typeof fr
  }
}

addCatalogue('publications', { fr, en })
