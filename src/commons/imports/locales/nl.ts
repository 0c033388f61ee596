import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  no_files: 'Kies ten minste één bestand.',
  over: 'Deze import is afgerond of verlopen: begin opnieuw met uw bestanden.',
  steps: 'Stappen van de import',
  'step.files': 'Bestanden',
  'step.check': 'Controle',
  'step.done': 'Import afgerond',
}
