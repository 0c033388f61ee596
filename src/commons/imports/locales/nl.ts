import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  no_files: 'Kies ten minste één bestand.',
  over: 'Deze import is afgerond of verlopen: begin opnieuw met uw bestanden.',
  steps: 'Stappen van de import',
  'step.files': 'Bestanden',
  'step.check': 'Controle',
  'step.done': 'Import afgerond',
  held: 'Lopende imports',
  held_after: 'na het opladen',
  held_because:
    'De tijd om na te kijken en af te ronden. De verzonden bestanden blijven daarna in de bestandsopslag, waaruit nog niets ze wist.',
  held_personal: 'wat de verzonden bestanden over personen zeggen',
}
