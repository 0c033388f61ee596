export const fr = {
  not_your_service: 'Vous n’écrivez pas pour ce service\u00A0: {service}.',
  no_service: 'Vous n’écrivez pour aucun service\u00A0: demandez-le à votre gestionnaire.',
  too_much_text: 'Ce texte est trop lourd\u00A0: divisez-le, ou joignez-le en annexe.',
  lost_in_text:
    'Ce champ contient ce qu’un texte ne peut pas garder\u00A0: {what}. Retirez-le, puis enregistrez à nouveau.',
  broken_html:
    'Le texte est abîmé ligne {line}, colonne {column}, près de «\u00A0{excerpt}\u00A0».',
  needed_when:
    'Cette réponse est nécessaire à cause de ce que vous répondez à «\u00A0{label}\u00A0».',
  between:
    '{which, select, from {à partir de {from}} until {jusqu’à {until}} other {de {from} à {until}}}',
  shown_when: 'Seulement si «\u00A0{label}\u00A0»\u00A0: {answers}.',
  needed_only_when: 'Nécessaire si «\u00A0{label}\u00A0»\u00A0: {answers}.',
  answered: 'une réponse',
  or: ' ou ',
  changed_only: '«\u00A0{label}\u00A0» a changé',
  reworded: 'Textes modifiés',
  reworded_by: '{name}, {when}',
  reworded_back: 'Revenir au dossier',
  reworded_gone:
    'Ce texte n’est plus gardé\u00A0: des modifications d’un texte, les cinquante dernières le sont.',
  reworded_look: 'Les mots sont les mêmes\u00A0; seule la présentation a changé.',
  reworded_before: 'Avant',
  reworded_after: 'Après',
  reworded_added: '[ajouté] ',
  reworded_removed: '[supprimé] ',
  personal: 'donnée personnelle',
  not_an_email:
    'Donnez une adresse de courriel complète, comme «\u00A0prenom.nom@commune.be\u00A0».',
  before: 'Donnez une réponse qui ne vient pas avant «\u00A0{label}\u00A0».',
  unseen: 'Un dossier que vous ne voyez pas',
  no_dossier: 'Aucun dossier que vous voyez ne porte cette référence ou cet intitulé.',
  more_to_link:
    'Les {count, number} derniers modifiés sont proposés\u00A0; un autre se donne par sa référence ou son intitulé.',
  several_dossiers: 'Plusieurs dossiers portent cet intitulé\u00A0: donnez la référence.',
  no_annex: 'Ajoutez d’abord le fichier aux annexes du dossier.',
  save: 'Enregistrer',
  save_and_next: 'Enregistrer et en écrire un autre',
  saved_next: '«\u00A0{title}\u00A0» est enregistré. Écrivez le suivant.',
  copy_of: 'Copie de',
  copy_begun:
    'Tout est repris, sauf les fichiers et ce qui ne vaut que pour l’original. Rien n’est enregistré tant que vous ne le demandez pas.',
  copy: 'Dupliquer',
  back: 'Annuler',
  title: 'Intitulé',
  changed: 'Modifié le',
  state: 'État',
  all_states: 'dans tous les états',
  usual_states: 'dans tous les états courants',
  views: 'Vues',
  'view.mine': 'de mes services',
  'view.all': 'visibles pour moi',
  'tab.mine': 'De mes services',
  'tab.all': 'Tout ce que je vois',
  reference: 'Référence',
  created: 'Créé le',
  shown: '{count, number} {count, plural, one {affiché} other {affichés}} sur {all}',
  more_than: 'plus de {count, number}',
  late: '{count, number} en retard',
  'narrow.unknown':
    'Cette liste ne connaît pas la condition «\u00A0{name}\u00A0»\u00A0: elle n’en tient pas compte.',
  'narrow.wrong':
    'La condition «\u00A0{label}\u00A0» n’est pas comprise («\u00A0{value}\u00A0»)\u00A0: la liste n’en tient pas compte.',
  'narrow.refused':
    'Une condition de la liste n’est pas comprise\u00A0: revenez à la liste et corrigez-la d’abord.',
  page_wrong: 'Cette page de la liste n’existe pas\u00A0: en voici le début.',
  sort_wrong:
    'Cette liste ne se trie pas par «\u00A0{value}\u00A0»\u00A0: la voici dans son ordre habituel.',
  'narrow.any': '…',
  'narrow.is': 'dont «\u00A0{label}\u00A0» est',
  'narrow.holds': 'dont «\u00A0{label}\u00A0» contient',
  'narrow.from': 'dont «\u00A0{label}\u00A0» va de',
  'narrow.to': 'à',
  'narrow.from_day': 'dont «\u00A0{label}\u00A0» tombe du',
  'narrow.to_day': 'au',
  'narrow.least': '{label}, au moins',
  'narrow.most': '{label}, au plus',
  'act.effect': 'Effet',
  'act.reason': 'Raison',
  author: 'Auteur',
  'act.follows': 'sera fait',
  'act.left': 'laissé',
  'act.effects':
    'Sera fait\u00A0: {done}. {none, select, none {} other {Restera tel quel\u00A0: {left}.}}',
  'act.unseen':
    '{count, plural, one {# dossier que vous ne voyez pas est laissé} other {# dossiers que vous ne voyez pas sont laissés}}.',
  'act.confirm': '{step}\u00A0: {what}',
  'act.back': 'Revenir à la liste',
  'act.none': 'Vous n’avez rien coché\u00A0: cochez au moins une ligne.',
  'act.too_many':
    'Plus de {most, number} à la fois, c’est plus qu’il n’est permis\u00A0: ajoutez une condition à la liste, ou cochez moins de lignes.',
  'act.show_effect': 'Montrer l’effet',
  'act.changed': 'Quelqu’un l’a modifié entre-temps\u00A0: regardez-le d’abord.',
  'act.done': '«\u00A0{step}\u00A0»\u00A0: c’est fait pour {done}.',
  'act.done_but':
    '«\u00A0{step}\u00A0»\u00A0: c’est fait pour {done}. Laissé tel quel\u00A0: {left}. {why}',
  'act.why': '{titles}{more, plural, =0 {} other { et # de plus}}\u00A0: {why}',
  'act.more_reasons': '{count, plural, one {# autre raison} other {# autres raisons}}.',
  'act.pick': 'Choisir «\u00A0{title}\u00A0»',
  'act.pick_all': 'Choisir tout\u00A0: {all}',
  'import.empty': 'Cette liste n’a pas de ligne sous sa première, qui nomme les colonnes.',
  'import.too_many': 'Cette liste a plus de {most, number} lignes\u00A0: coupez-la en plusieurs.',
  'import.too_large': 'Ce fichier dépasse {megabytes}\u00A0Mo\u00A0: coupez la liste en plusieurs.',
  'import.broken':
    'Ce fichier n’est pas une liste CSV\u00A0: un guillemet est de trop ou manque, vers la ligne {line, number}.',
  'import.encoding':
    'Ce fichier n’est pas une liste en texte\u00A0: enregistrez-la en «\u00A0CSV UTF-8\u00A0» ou en XLSX.',
  'import.unreadable':
    'Ce classeur ne se lit pas\u00A0: enregistrez-le à nouveau au format XLSX, sans mot de passe, ou en CSV.',
  'import.other_format':
    'Ce classeur est d’un ancien format ou d’un autre tableur\u00A0: enregistrez-le en XLSX ou en CSV.',
  'import.too_much':
    'Ce fichier est trop grand pour être lu\u00A0: gardez-en une feuille, ses seules lignes et colonnes utiles.',
  'import.unknown':
    'Aucun champ ne s’appelle «\u00A0{column}\u00A0»\u00A0: corrigez l’en-tête de cette colonne ou ôtez-la.',
  'import.twice': 'La colonne «\u00A0{column}\u00A0» est là deux fois.',
  'import.too_wide':
    'Cette ligne a plus de cellules que d’en-têtes\u00A0: mettez entre guillemets ce qui contient un séparateur.',
  'import.no_such': '«\u00A0{cell}\u00A0» n’est pas une des réponses possibles.',
  'import.several':
    '«\u00A0{cell}\u00A0» peut désigner plusieurs choses\u00A0: donnez le nom complet.',
} as const
