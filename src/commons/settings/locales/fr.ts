/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Paramètres',
  lead: 'Ce que votre administration décide pour elle-même.',
  none: 'Aucun métier de votre administration n’a de paramètre.',
  save: 'Enregistrer',
  saved: 'Les paramètres sont enregistrés.',
  initial: 'Par défaut\u00A0: {value}.',
  nothing: 'rien',
  decided: 'Décidé par {name}, le {when}.',
  past: 'Décisions précédentes',
  changed: 'a décidé «\u00A0{what}\u00A0»\u00A0: {value}',
  overtaken:
    '{name} a changé ces paramètres entre-temps\u00A0: vérifiez ce qui suit avant d’enregistrer à nouveau.',
  'permission.decide': 'Décider des paramètres',
} as const
