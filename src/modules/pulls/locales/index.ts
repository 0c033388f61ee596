import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    pulls: typeof fr
  }
}

addCatalogue('pulls', { fr, en })
