import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refused.empty': 'This picture is empty: choose another file.',
  'refused.too_large': 'This picture is larger than {most}: save it smaller.',
  'refused.drawing': 'An SVG drawing may hold code, and is not taken: save it as PNG.',
  'refused.unknown': 'This file is no PNG, JPEG, GIF or WebP picture.',
  'refused.too_many_pixels': 'This picture has more than {pixels} million pixels: make it smaller.',
  'refused.damaged': 'This picture is damaged or not whole: save it again.',
  without_words:
    'Picture {number} of the text has no alternative text: describe what it shows, or say that it is decorative.',
  not_yours: 'Picture {number} of the text is not yours to show: add it again.',
}
