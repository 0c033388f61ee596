export const fr = {
  'field.required': 'Cette réponse est nécessaire.',
  'field.too_long': '{most, number} caractères au plus.',
  'field.at_least': '{least, number} au moins.',
  'field.at_most': '{most, number} au plus.',
  'field.date': 'Donnez une date qui existe, par exemple 25/06/2026.',
  'field.number': 'Donnez un nombre, par exemple 1\u00A0250,50.',
  'field.twofold':
    'Ce montant peut se lire de deux façons\u00A0: écrivez 12\u00A0345 pour les milliers, 12,35 pour les cents.',
  'field.whole': 'Donnez un nombre entier en chiffres, par exemple 12.',
  'field.no_such_hour':
    'Cette heure n’existe pas\u00A0: cette nuit-là, les horloges avancent d’une heure.',
  'field.character':
    'Un des caractères ne peut être gardé\u00A0: effacez ceux qui ne se voient pas, ou retapez le texte.',
  'field.empty_file': 'Un des fichiers est vide\u00A0: choisissez-le à nouveau.',
  'field.choose': 'Choisissez une des réponses proposées.',
  'field.wrong': 'Cette réponse n’a pas la forme attendue.',
  'field.json': 'Le corps de la requête n’est pas du JSON.',
  too_large: 'L’envoi dépasse {megabytes, number} Mo.',
  foreign_form: 'Ce formulaire vient d’un autre site : il n’a pas été pris en compte.',
  overtaken:
    'Quelqu’un vient d’écrire la même chose au même moment\u00A0: regardez ce qui est là, puis recommencez.',
  sign_in_needed: 'Identifiez-vous pour continuer.',
} as const
