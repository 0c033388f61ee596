import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  no_files: 'Choose at least one file.',
  over: 'This import is over or has expired: start again with your files.',
  steps: 'Steps of the import',
  'step.files': 'Files',
  'step.check': 'Check',
  'step.done': 'Import done',
}
