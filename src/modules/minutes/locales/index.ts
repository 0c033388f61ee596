import { addCatalogue } from '#kernel/i18n'
import { en as papersEn } from './en.ts'
import { fr as papersFr } from './fr.ts'
import { lifeDe } from './life.de.ts'
import { lifeEn } from './life.en.ts'
import { lifeFr } from './life.fr.ts'
import { papersDe } from './paper.de.ts'

const fr = { ...papersFr, ...lifeFr }
const en: Record<keyof typeof fr, string> = { ...papersEn, ...lifeEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    minutes: typeof fr
  }
}

addCatalogue('minutes', { fr, en, de: { ...papersDe, ...lifeDe } })
