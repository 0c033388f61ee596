import { addCatalogue } from '#kernel/i18n'
import { courseDe } from './course.de.ts'
import { courseEn } from './course.en.ts'
import { courseFr } from './course.fr.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { papersDe } from './paper.de.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    sittings: typeof fr & typeof courseFr
  }
}

addCatalogue('sittings', {
  fr: { ...fr, ...courseFr },
  en: { ...en, ...courseEn },
  de: { ...papersDe, ...courseDe },
})
