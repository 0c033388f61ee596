import type { fr } from './fr.ts'

export const nl: Partial<Record<keyof typeof fr, string>> = {
  'refused.empty': 'Deze afbeelding is leeg: kies een ander bestand.',
  'refused.too_large': 'Deze afbeelding is groter dan {most}: bewaar ze kleiner.',
  'refused.drawing':
    'Een SVG-tekening kan code bevatten en wordt niet overgenomen: bewaar ze als PNG.',
  'refused.unknown': 'Dit bestand is geen PNG-, JPEG-, GIF- of WebP-afbeelding.',
  'refused.too_many_pixels':
    'Deze afbeelding heeft meer dan {pixels} miljoen pixels: maak ze kleiner.',
  'refused.damaged': 'Deze afbeelding is beschadigd of onvolledig: bewaar ze opnieuw.',
  without_words:
    'Afbeelding {number} van de tekst heeft geen alternatieve tekst: beschrijf wat ze toont, of zeg dat ze decoratief is.',
  not_yours: 'Afbeelding {number} van de tekst staat niet tot uw beschikking: voeg ze opnieuw toe.',
}
