import { addCatalogue } from '#kernel/i18n'
import { councilDe } from './council.de.ts'
import { en as councilEn } from './en.ts'
import { fr as councilFr } from './fr.ts'
import { publicDe } from './public.de.ts'
import { publicEn } from './public.en.ts'
import { publicFr } from './public.fr.ts'
import { publicNl } from './public.nl.ts'
import { reportsEn } from './reports.en.ts'
import { reportsFr } from './reports.fr.ts'
import { versionsEn } from './versions.en.ts'
import { versionsFr } from './versions.fr.ts'

const fr = { ...councilFr, ...publicFr, ...reportsFr, ...versionsFr }
const en: Record<keyof typeof fr, string> = {
  ...councilEn,
  ...publicEn,
  ...reportsEn,
  ...versionsEn,
}

declare module '#kernel/i18n' {
  interface Catalogues {
    accountability: typeof fr
  }
}

addCatalogue('accountability', { fr, en, de: { ...publicDe, ...councilDe }, nl: publicNl })
