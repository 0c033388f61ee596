import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Annexes',
  add: 'Add files',
  added:
    '{count, plural, =0 {No file was chosen.} one {The file is added.} other {# files are added.}}',
  removed: 'The annex is withdrawn.',
  remove: 'Withdraw',
  help: 'PDF, images, documents. At most 64\u00A0MB at a time.',
  none: 'No annex.',
  not_editable: 'In this state, it is not for you to change the annexes.',
  held_because:
    'They are part of the file; an annex that was removed is shown no more, and stays kept.',
  held_personal: 'what their files say of persons',
}
