import { addCatalogue } from '#kernel/i18n'
import { moduleEn } from './en.ts'
import { moduleFr } from './fr.ts'
import { voteEn } from './vote.en.ts'
import { voteFr } from './vote.fr.ts'

const fr = { ...moduleFr, ...voteFr }
const en: Record<keyof typeof fr, string> = { ...moduleEn, ...voteEn }

declare module '#kernel/i18n' {
  interface Catalogues {
    deliberations: typeof fr
  }
}

addCatalogue('deliberations', { fr, en })
