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
    'De tijd om na te kijken en af te ronden. Verzonden bestanden die nergens meer voor nodig zijn, worden daarna ’s nachts gewist.',
  held_personal: 'wat de verzonden bestanden over personen zeggen',
  'task.forget_expired': 'Vergeten van afgebroken imports',
}
