export const fr = {
  title: 'Premiers pas',
  lead: '{count, plural, one {Il reste une chose à faire} other {Il reste # choses à faire}} avant que l’administration puisse travailler. La carte disparaît quand tout est fait.',
  put_away: 'Ranger cette carte',
  is_away: 'La carte est rangée\u00A0; les réglages la remontrent.',
  shown: 'Montrer les premiers pas',
  shown_help: 'À l’accueil des administrateurs, ce qui manque encore pour travailler.',
  'permission.follow': 'Suivre les premiers pas de l’administration',
} as const
