import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Settings',
  lead: 'What your authority decides for itself.',
  none: 'No trade of your authority has a setting.',
  save: 'Save',
  saved: 'The settings are saved.',
  initial: 'By default: {value}.',
  nothing: 'nothing',
  decided: 'Decided by {name} on {when}.',
  past: 'Former decisions',
  changed: 'decided “{what}”: {value}',
  overtaken: '{name} changed these settings meanwhile: check what follows before you save again.',
  'permission.decide': 'Decide the settings',
}
