export const fr = {
  not_your_service: 'Vous n’écrivez pas pour ce service.',
  no_service: 'Vous n’écrivez pour aucun service\u00A0: demandez-le à votre gestionnaire.',
  broken_html:
    'Le texte est abîmé ligne {line}, colonne {column}, près de «\u00A0{excerpt}\u00A0».',
  save: 'Enregistrer',
  back: 'Annuler',
  title: 'Intitulé',
  changed: 'Modifié le',
  state: 'État',
  all_states: 'dans tous les états',
  views: 'Vues',
  'view.mine': 'de mes services',
  'view.all': 'de toute la maison',
  'tab.mine': 'De mes services',
  'tab.all': 'De toute la maison',
} as const
