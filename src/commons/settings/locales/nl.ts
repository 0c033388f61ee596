import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Instellingen',
  lead: 'Wat uw bestuur voor zichzelf beslist.',
  none: 'Geen enkel domein van uw bestuur heeft een instelling.',
  save: 'Opslaan',
  saved: 'De instellingen zijn opgeslagen.',
  initial: 'Standaard: {value}.',
  nothing: 'niets',
  decided: 'Beslist door {name}, {when}.',
  past: 'Vorige beslissingen',
  changed: 'heeft beslist, “{what}”: {value}',
  overtaken:
    '{name} heeft deze instellingen intussen gewijzigd: kijk na wat volgt voordat u opnieuw opslaat.',
  'permission.decide': 'Over de instellingen beslissen',
}
