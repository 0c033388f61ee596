import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  fault: 'Ein Fehler unsererseits, vermerkt unter {id}.',
  never_ended:
    'Diese Arbeit wurde {count, number} Mal begonnen und nie beendet: Der Server blieb währenddessen stehen.',
  unknown_reason: 'Der Grund ist nicht mehr bekannt.',
  rests: 'Die Behörde ruht: Diese Arbeit geht weiter, sobald sie wieder öffnet.',
}
