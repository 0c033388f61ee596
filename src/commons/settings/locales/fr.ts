/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  'task.decide': 'Décider d’un paramètre',
  'task.decide.steps':
    'Cherchez par un mot\u00A0: ce qui est décidé ailleurs est indiqué aussi.\nChaque décision reste lisible, et «\u00A0revenir au défaut\u00A0» la retire.',
  title: 'Paramètres',
  lead: 'Ce que votre administration décide pour elle-même, métier par métier\u00A0: ce qui vaut par défaut, ce qui fut décidé, par qui et quand.',
  none: 'Rien de ce qui se décide ici n’en parle.',
  save: 'Enregistrer',
  saved: 'Les paramètres sont enregistrés.',
  initial: 'Par défaut\u00A0: {value}.',
  nothing: 'rien',
  decided: 'Décidé par {name}, le {when}.',
  past: 'Qui a décidé quoi',
  changed: 'a décidé «\u00A0{what}\u00A0»\u00A0: {value} (avant\u00A0: {before})',
  overtaken:
    '{name} a changé ces paramètres entre-temps\u00A0: vérifiez ce qui suit avant d’enregistrer à nouveau.',
  shared: 'Commun à tous les métiers',
  speak_of: 'Ce qui parle de',
  words: 'Mots cherchés',
  search: 'Chercher',
  elsewhere: 'Ce qui se décide sur sa propre page',
  taken_back:
    'a remis «\u00A0{what}\u00A0» à sa valeur par défaut\u00A0: {value} (avant\u00A0: {before})',
  take_back: 'Remettre «\u00A0{what}\u00A0» par défaut',
  back_to_default: '«\u00A0{what}\u00A0» vaut à nouveau ce qui vaut par défaut.',
  not_decided: '«\u00A0{what}\u00A0» vaut déjà ce qui vaut par défaut.',
  'is.default': 'par défaut',
  'is.decided': 'décidé ici',
  'is.inherited': 'hérité',
  inherited: 'Vide, c’est «\u00A0{value}\u00A0» qui vaut\u00A0: {from}.',
  'permission.decide': 'Décider des paramètres',
} as const
