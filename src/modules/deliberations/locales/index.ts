import { addCatalogue } from '#kernel/i18n'
import { moduleEn } from './en.ts'
import { moduleFr } from './fr.ts'
import { lawDe } from './law.de.ts'
import { lawEn } from './law.en.ts'
import { lawFr } from './law.fr.ts'
import { lawNl } from './law.nl.ts'
import { orderEn } from './order.en.ts'
import { orderFr } from './order.fr.ts'
import { papersDe } from './paper.de.ts'
import { waysBackEn } from './ways-back.en.ts'
import { waysBackFr } from './ways-back.fr.ts'

const fr = { ...moduleFr, ...lawFr, ...orderFr, ...waysBackFr }
const en: Record<keyof typeof fr, string> = { ...moduleEn, ...lawEn, ...orderEn, ...waysBackEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    deliberations: typeof fr
  }
}

addCatalogue('deliberations', {
  fr,
  en,
  de: { ...papersDe, ...lawDe },
  nl: lawNl,
})
