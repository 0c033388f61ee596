import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  fault: 'Ein Fehler unsererseits, vermerkt unter {id}.',
  unknown_reason: 'Der Grund ist nicht mehr bekannt.',
  rests: 'Die Behörde ruht: diese Arbeit geht weiter, sobald sie wieder öffnet.',
}
