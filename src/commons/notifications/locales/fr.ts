/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Notifications',
  lead: '{count, plural, =0 {Rien de nouveau.} one {# nouvelle} other {# nouvelles}}',
  new_count: 'nouvelles',
  kept_after: 'après l’événement',
  kept_because: 'Un rappel\u00A0: l’historique du dossier garde le fait.',
  none: 'Rien ne vous a été signalé. Ce que d’autres feront de vos dossiers sera dit ici.',
  by: '{who} {deed}',
  because: '{who} {deed}\u00A0: «\u00A0{why}\u00A0»',
  marked: 'C’est marqué comme lu.',
  seen: 'Marquer comme lu',
  seen_all: 'Tout marquer comme lu',
  new: 'Nouveau',
  before: 'Déjà lu',
  wishes: 'Choisir ce qui m’est signalé',
  wishes_lead:
    'Ce qui attend une action de votre part reste toujours dans «\u00A0À traiter\u00A0».',
  wishes_none: 'Aucun métier de votre administration ne signale quoi que ce soit.',
  somebody: '… {deed}',
  save: 'Enregistrer',
  saved: 'Votre choix est enregistré.',
} as const
