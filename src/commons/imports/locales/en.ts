import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  no_files: 'Choose at least one file.',
  over: 'This import is over or has expired: start again with your files.',
  steps: 'Steps of the import',
  'step.files': 'Files',
  'step.check': 'Check',
  'step.done': 'Import done',
  held: 'Imports under way',
  held_after: 'after the upload',
  held_because:
    'The time to check and to finish. The files that were sent, where nothing needs them any more, are then erased by night.',
  held_personal: 'what the files that were sent say of persons',
  'task.forget_expired': 'Forgetting imports that were abandoned',
}
