import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Views',
  save: 'Save this view',
  name: 'Name of the view',
  share: 'Share with colleagues',
  share_help: 'They will see the view; each sees in it only what they have access to.',
  keep: 'Save',
  saved: 'The view “{name}” is saved.',
  taken: 'You have a view “{name}” of this list already.',
  remove: 'Delete this view',
  remove_sure: 'Delete the view “{name}”?',
  removed: 'The view “{name}” is deleted.',
}
