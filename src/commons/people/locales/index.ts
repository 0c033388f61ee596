import { addCatalogue } from '#kernel/i18n'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import { tasksDe } from './tasks.de.ts'
import { tasksEn } from './tasks.en.ts'
import { tasksFr } from './tasks.fr.ts'
import { tasksNl } from './tasks.nl.ts'

const frAndTasks = { ...fr, ...tasksFr }

declare module '#kernel/i18n' {
  interface Catalogues {
    people: typeof frAndTasks
  }
}

addCatalogue('people', {
  fr: frAndTasks,
  en: { ...en, ...tasksEn },
  de: { ...de, ...tasksDe },
  nl: { ...nl, ...tasksNl },
})
