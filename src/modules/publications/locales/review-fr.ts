/** What is said of the review of words that leave. In French, U+00A0 stands before : ; ? ! and inside « ». */
export const reviewFr = {
  'rule.judged': 'Juger chaque nom, numéro ou adresse trouvé avant de publier',
  'rule.judged_help':
    'Tant qu’il en reste à juger, le point ne part pas. Sans cela, ce que personne n’a jugé se publie tel quel.',
  'rule.second_look': 'Faire confirmer la relecture par une autre personne',
  'rule.second_look_help':
    'Celle qui a jugé les mots d’un point ne la confirme pas. Un texte ou un jugement qui change la redemande.',
  'page.stays.unreviewed': 'Des mots disent peut-être qui est quelqu’un\u00A0: ils sont à juger.',
  'page.stays.unread':
    'Le texte est trop long pour que les noms y soient cherchés\u00A0: lisez-le, masquez, puis confirmez.',
  'page.stays.unconfirmed': 'Une autre personne doit confirmer la relecture.',
  'permission.review': 'Juger ce qui est masqué d’un point publié',
  review: 'Relecture',
  'review.link':
    '{count, plural, =0 {Relire ce qui est masqué} one {Relire\u00A0: # mot à juger} other {Relire\u00A0: # mots à juger}}',
  'review.lead':
    'Noms, adresses, numéros, dates de naissance trouvés dans ce qui part. Chacun est masqué ou gardé\u00A0; ce qui est masqué n’est plus nulle part dans la copie publique.',
  'review.office': 'Qui siège ou exerce un mandat ce jour-là n’est pas proposé.',
  'review.none': 'De cette séance rien ne part dont les mots soient à relire.',
  'review.counts':
    '{undecided, plural, =0 {Rien à juger} other {# à juger}} · {masked, plural, =0 {rien de masqué} one {# masqué} other {# masqués}} · {kept, plural, =0 {rien de gardé} one {# gardé} other {# gardés}}',
  'review.state.undecided': 'à juger',
  'review.state.masked': 'masqué',
  'review.state.kept': 'gardé',
  'review.state.done': 'relu',
  'review.state.awaits': 'à confirmer',
  'review.state.unread': 'à lire',
  'review.too_long':
    'Ce texte est trop long pour que les noms, adresses et numéros y soient cherchés. Lisez-le, masquez ce qui doit l’être, puis confirmez que vous l’avez lu.',
  'review.still_public':
    'Ce point se lit encore tel qu’il fut publié. Publiez de nouveau la séance\u00A0: les copies qui disent ce qui est masqué seront retirées.',
  'review.found': 'Mots trouvés',
  'review.none_found': 'Rien n’a été trouvé. Masquez vous-même ce qui doit l’être.',
  'review.keys':
    'Au clavier, dans la liste\u00A0: {up} {down} d’un mot à l’autre, {mask} masque, {keep} garde, {undo} remet à juger.',
  'review.mask': 'Masquer',
  'review.keep': 'Garder',
  'review.undo': 'Remettre à juger',
  'review.times': '{count} fois',
  'review.judged_by': '{name}, {when}',
  'review.everywhere':
    'Partout dans cette séance ({count, plural, one {# autre point} other {# autres points}})',
  'review.all': 'Tous d’une sorte',
  'review.all_mask': 'Masquer\u00A0: {kind} ({count})',
  'review.all_keep': 'Garder\u00A0: {kind} ({count})',
  'review.hand': 'Masquer d’autres mots',
  'review.hand_words': 'Mots',
  'review.hand_help': 'Tels qu’ils sont écrits, majuscules et accents compris.',
  'review.hand_everywhere': 'Partout dans cette séance',
  'review.nowhere': 'Ces mots ne se trouvent nulle part dans ce qui part du point.',
  'review.which': 'Dites quels mots, ou tous ceux d’une sorte.',
  'review.moved':
    'Le texte ou ce qui en est masqué a changé depuis que vous l’avez lu\u00A0: relisez-le.',
  'review.to_judge':
    '{count, plural, one {# mot est encore à juger.} other {# mots sont encore à juger.}}',
  'review.same_person':
    'Vous avez jugé vous-même des mots de ce point\u00A0: une autre personne confirme.',
  'review.confirm': 'Confirmer la relecture',
  'review.confirm_help': 'Le texte ou un jugement qui change redemande cette confirmation.',
  'review.confirmed': 'Confirmé par {name}, {when}.',
  'review.needs_other': 'Une autre personne que celles qui ont jugé doit confirmer.',
  'review.saved': 'La relecture est confirmée.',
  'review.hand_saved': '{count, plural, one {Masqué dans # point.} other {Masqué dans # points.}}',
  'review.withdrawn': 'Cette copie montrait ce qui est masqué ou ne se publie plus.',
  'review.to_meeting': 'Tous les points',
  'review.previous': 'Point précédent',
  'review.next': 'Point suivant',
  'review.part.title': 'Titre',
  'review.part.note': 'Note explicative',
  'review.part.motivation': 'Motivation',
  'review.part.sentence': 'Phrase du vote',
  'review.part.decision': 'Décision',
  'review.part.vote': 'Objet d’un vote',
  'review.part.withheld': 'Motif de la retenue',
  'review.part.annex': 'Titre d’une annexe',
  'review.part.unseen':
    '{part}, ce qui ne se voit pas\u00A0: texte d’une image ou adresse d’un lien',
  'review.kind.person': 'Nom de personne',
  'review.kind.address': 'Adresse',
  'review.kind.national_number': 'Numéro national',
  'review.kind.telephone': 'Téléphone',
  'review.kind.email': 'Adresse électronique',
  'review.kind.iban': 'Compte bancaire',
  'review.kind.plate': 'Plaque',
  'review.kind.birth_date': 'Date de naissance',
  'review.kind.hand': 'Ajouté à la main',
  'setting.masked_link': 'Page qui explique ce qui est masqué',
  'setting.masked_link.help':
    'Sur les pages publiques des points, les mots masqués y mènent. Une adresse https\u00A0; vide\u00A0: ils ne mènent nulle part.',
  'setting.masked_link.wrong': 'L’adresse commence par https:// et nomme un site.',
  held: 'Ce qui fut masqué ou gardé dans les points publiés',
  'held.purpose':
    'Décider, point par point, quelles données de personnes sont masquées avant la publication.',
  'held.law': 'RGPD, art. 5 et 25\u00A0; décret du 18 mai 2022',
  'held.because': 'La page publique s’explique par lui\u00A0; il part avec le point.',
  'held.personal': 'Noms, adresses et numéros qui se trouvent dans les points, et qui les a jugés.',
  masked_why: 'masqué\u00A0: pourquoi\u00A0?',
} as const
