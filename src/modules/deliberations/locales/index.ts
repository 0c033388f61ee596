import { addCatalogue } from '#kernel/i18n'
import { moduleEn } from './en.ts'
import { moduleFr } from './fr.ts'
import { importEn } from './import.en.ts'
import { importFr } from './import.fr.ts'
import { voteEn } from './vote.en.ts'
import { voteFr } from './vote.fr.ts'

const fr = { ...moduleFr, ...importFr, ...voteFr }
const en: Record<keyof typeof fr, string> = { ...moduleEn, ...importEn, ...voteEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    deliberations: typeof fr
  }
}

addCatalogue('deliberations', { fr, en })
