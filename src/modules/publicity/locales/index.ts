import { addCatalogue } from '#kernel/i18n'
import { de } from './de.ts'
import { agentsEn, en } from './en.ts'
import { agentsFr, fr } from './fr.ts'
import { nl } from './nl.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    publicity: typeof fr & typeof agentsFr
  }
}

addCatalogue('publicity', { fr: { ...fr, ...agentsFr }, en: { ...en, ...agentsEn }, de, nl })
