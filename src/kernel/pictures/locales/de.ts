import type { fr } from './fr.ts'

export const de: Partial<Record<keyof typeof fr, string>> = {
  'refused.empty': 'Dieses Bild ist leer: Wählen Sie eine andere Datei.',
  'refused.too_large': 'Dieses Bild ist größer als {most}: Speichern Sie es kleiner.',
  'refused.drawing':
    'Eine SVG-Zeichnung kann Code enthalten und wird nicht übernommen: Speichern Sie sie als PNG.',
  'refused.unknown': 'Diese Datei ist kein PNG-, JPEG-, GIF- oder WebP-Bild.',
  'refused.too_many_pixels':
    'Dieses Bild hat mehr als {pixels} Millionen Bildpunkte: Verkleinern Sie es.',
  'refused.damaged': 'Dieses Bild ist beschädigt oder unvollständig: Speichern Sie es erneut.',
  without_words:
    'Bild {number} des Textes hat keinen Alternativtext: Beschreiben Sie, was es zeigt, oder sagen Sie, dass es dekorativ ist.',
  not_yours: 'Bild {number} des Textes steht Ihnen nicht zur Verfügung: Fügen Sie es erneut hinzu.',
}
