import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Views',
  shown: 'View: {view}',
  unsaved: 'not saved',
  save: 'Save this view',
  name: 'Name of the view',
  share: 'Share with colleagues',
  share_help: 'They will see the view; each sees in it only what they have access to.',
  keep: 'Save',
  saved: 'The view “{name}” is saved.',
  taken: 'You have a view “{name}” of this list already.',
  not_understood: 'This list does not understand these conditions: the view is not saved.',
  too_many: 'You have {most, number} views of this list already: remove one first.',
  lapsed: '{name} (applies no more)',
  lapsed_why:
    'This view applies no more: the list does not understand one of its conditions any longer, and shows everything.',
  remove: 'Delete this view',
  remove_sure: 'Delete the view “{name}”?',
  removed: 'The view “{name}” is deleted.',
  columns: '{count, number} {count, plural, one {column} other {columns}} of {all, number}',
  'columns.shown': 'Shown, in this order',
  'columns.others': 'Others',
  'columns.keep': 'Apply',
  'columns.yours': 'The order is yours, view by view.',
  'columns.up': 'Move “{label}” forward',
  'columns.down': 'Move “{label}” back',
}
