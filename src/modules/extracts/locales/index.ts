import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { mergeDe } from './merge.de.ts'
import { papersDe } from './paper.de.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    extracts: typeof fr
  }
}

addCatalogue('extracts', { fr, en, de: { ...papersDe, ...mergeDe } })
