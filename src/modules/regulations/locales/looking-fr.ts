export const lookingFr = {
  'permission.look': 'Dire que les mots trouvés dans un texte peuvent être publics',
  'posting.done.look': 'a lu les mots trouvés dans le texte\u00A0: ils peuvent être publics',
  look: 'Données de personnes',
  'look.lead':
    'Ces mots disent qui est quelqu’un. Masquez-les dans le texte, ou dites qu’ils peuvent être publics\u00A0: rien n’est publié avant.',
  'look.needed':
    'Des mots du texte disent qui est quelqu’un\u00A0: masquez-les, ou quelqu’un qui publie dit sur la page du texte, sous «\u00A0Données de personnes\u00A0», qu’ils peuvent être publics.',
  'look.too_long':
    'Le texte est trop long pour qu’on y cherche les données de personnes\u00A0: quelqu’un qui publie le lit, puis dit sur la page du texte, sous «\u00A0Données de personnes\u00A0», que ses mots peuvent être publics.',
  'look.say': 'J’ai lu ces mots\u00A0: ils peuvent être publics',
  'look.said': 'C’est noté\u00A0: ces mots peuvent être publics.',
  'look.done': '{by} a lu ces mots le {at}\u00A0: ils peuvent être publics.',
  'look.moved':
    'Le texte n’est plus celui que vous avez lu\u00A0: relisez les mots qui s’y trouvent.',
  'look.for_others': 'Seul quelqu’un qui publie le dit.',
  kept_back:
    'Cette décision est retenue dans les publications\u00A0: ses mots ne deviennent pas un texte publié. Ne la retenez plus d’abord, si elle peut être publique.',
  other_words:
    'Ce texte n’est pas celui de la décision\u00A0: vérifiez-le avant de le publier. Décision\u00A0:',
  notice_replaces: 'Un avis n’abroge ni ne modifie un règlement, une ordonnance ou un arrêté.',
  replaces_mutually:
    'Deux textes ne s’abrogent pas l’un l’autre\u00A0: celui-là abroge déjà ce texte.',
  held: 'Données de personnes trouvées dans les textes à publier',
  'held.purpose':
    'Décider, texte par texte, quelles données de personnes peuvent être publiques avant la publication.',
  'held.law': 'RGPD, art. 5 et 25',
  'held.because': 'Cela explique pourquoi le texte fut publié tel quel\u00A0; cela part avec lui.',
  'held.personal': 'Noms, adresses et numéros qui se trouvent dans les textes, et qui les a lus.',
}
