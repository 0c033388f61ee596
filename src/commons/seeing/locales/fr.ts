/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  see: 'Voir comme',
  title: 'Voir la plateforme comme {name}',
  lead: 'Pour aider\u00A0: vous verrez ce que cette personne voit, et ne pourrez rien faire en son nom.',
  rules:
    'Quinze minutes au plus. {name} en est informé, avec votre raison\u00A0; chaque page vue s’inscrit au journal de sécurité. Ses brouillons et la sécurité de son accès ne se voient pas.',
  reason: 'Raison',
  reason_help: 'Dix caractères au moins\u00A0: {name} la lira.',
  oneself: 'Vous êtes déjà cette personne.',
  not_in: '{name} ne peut pas se connecter aujourd’hui.',
  administrator:
    '{name} est aussi gestionnaire\u00A0: personne ne voit comme un autre gestionnaire.',
  notice: 'Votre accès',
  told: 'a vu la plateforme comme vous, en lecture seule. Raison\u00A0: {reason}',
  'permission.see_as': 'Voir la plateforme comme une autre personne',
  'person.done.see': 'a vu la plateforme comme une autre personne',
  begun: 'Vous voyez comme cette personne. Ce que vous ouvrez s’inscrit au journal.',
}
