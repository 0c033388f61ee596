export const fr = {
  'refused.empty': 'Cette image est vide\u00A0: choisissez un autre fichier.',
  'refused.too_large': 'Cette image pèse plus de {most}\u00A0: enregistrez-la plus petite.',
  'refused.drawing':
    'Un dessin SVG peut contenir du code, et n’est pas repris\u00A0: enregistrez-le en PNG.',
  'refused.unknown': 'Ce fichier n’est pas une image PNG, JPEG, GIF ou WebP.',
  'refused.too_many_pixels':
    'Cette image a plus de {pixels} millions de pixels\u00A0: réduisez-la.',
  'refused.damaged': 'Cette image est abîmée ou incomplète\u00A0: enregistrez-la à nouveau.',
  without_words:
    'L’image {number} du texte n’a pas de texte alternatif\u00A0: décrivez ce qu’elle montre, ou dites qu’elle est décorative.',
  not_yours: 'L’image {number} du texte n’est pas à votre disposition\u00A0: ajoutez-la à nouveau.',
}
