import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  not_your_service: 'You do not write for this service.',
  no_service: 'You do not write for any service: ask your administrator for this.',
  broken_html: 'The text is damaged at line {line}, column {column}, near “{excerpt}”.',
  save: 'Save',
  back: 'Cancel',
  title: 'Title',
  changed: 'Changed on',
  state: 'State',
  all_states: 'in all states',
  views: 'Views',
  'view.mine': 'of my services',
  'view.all': 'of the whole house',
  'tab.mine': 'Of my services',
  'tab.all': 'Of the whole house',
}
