import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  fault: 'Een fout van onze kant, genoteerd onder {id}.',
  never_ended:
    'Dit werk werd {count, number} keer begonnen en nooit beëindigd: de server stopte tijdens de uitvoering.',
  unknown_reason: 'De reden is niet meer bekend.',
  rests: 'Het bestuur rust: dit werk gaat verder zodra het weer opengaat.',
}
