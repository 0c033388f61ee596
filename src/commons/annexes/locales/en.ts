import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'task.scan': 'Examining annexes for viruses',
  not_as_named:
    'The content is not what the name says: {names}. Open the file, save it again in the right format, then choose it.',
  program: 'This is a program, which is not added to a dossier: {names}.',
  quarantined:
    'A virus was found in this annex: it is given out to nobody any more. Remove it from the dossier.',
  not_examined: 'The virus scanner has not examined this annex yet: try again in a moment.',
  'task.read': 'Reading annexes for the search',
  unreadable: 'Found by its title only: its text could not be read.',
  title: 'Annexes',
  add: 'Add files',
  added: '{count, plural, one {The file is added.} other {# files are added.}}',
  added_some:
    '{count, plural, one {One file is added.} other {# files are added.}} Not added, because it is empty: {names}.',
  none_chosen: 'No file was chosen.',
  empty: 'This file is empty: {names}. Choose another one, or save it again.',
  removed: 'The annex is withdrawn.',
  remove: 'Withdraw',
  help: 'PDF, images, documents.',
  unnamed: 'File without a name',
  none: 'No annex.',
  not_editable: 'In this state, it is not for you to change the annexes.',
  held_because:
    'They are part of the file; an annex that was withdrawn is shown no more, and its file is erased after a delay.',
  held_personal: 'what their files say of persons',
  withdrawn: 'Files of withdrawn annexes',
  withdrawn_after: 'after the withdrawal',
  withdrawn_because: 'A withdrawal by mistake can be mended; history keeps the fact.',
  'permission.download': 'Download the annexes of dossiers that one sees',
}
