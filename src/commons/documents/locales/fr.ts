export const fr = {
  not_yet: 'Ce document n’est pas encore prêt.',
  failed: 'Ce document n’a pas pu être fait. Demandez-le à nouveau.',
  switched_off:
    'Le métier qui fait ce document a été désactivé entre-temps. Une fois qu’il est à nouveau activé, demandez le document à nouveau.',
  unset:
    'Ce document ne peut pas être composé à cause de «\u00A0{place}\u00A0»\u00A0: son texte contient ce qui ne s’imprime pas. Réécrivez-le, puis demandez le document à nouveau.',
  too_heavy:
    'Ce document est trop lourd à composer. Sa partie la plus lourde\u00A0: «\u00A0{place}\u00A0». Allégez-la, puis demandez le document à nouveau.',
  too_long:
    'Ce document est trop long à composer. Sa partie la plus lourde\u00A0: «\u00A0{place}\u00A0». Allégez-la, puis demandez le document à nouveau.',
  too_many:
    '{count, number} documents attendent déjà d’être préparés\u00A0: attendez qu’ils le soient, puis demandez celui-ci à nouveau.',
  title: 'Documents',
  none: 'Aucun document n’est encore établi.',
  'state.pending': 'en préparation',
  'state.ready': 'établi',
  'state.failed': 'n’a pas pu être établi',
  kind: '{format}, {size}',
  'format.pdf': 'PDF/A',
  'format.docx': 'DOCX',
  'format.ods': 'ODS',
  format_unmade: 'Ce document ne peut pas être fait en {format}.',
  'print.page': 'Page {page} de {pages}',
  'print.made': 'Établi le {when}',
  'print.arms': 'Armoiries\u00A0: {authority}',
  'print.sheet': 'Rapport',
  hash: 'SHA-256 {hash}…',
  by: '{name}, {when}',
  last: 'Le dernier établi',
  earlier: '{count, plural, one {Un autre, établi plus tôt} other {# autres, établis plus tôt}}',

  paper: 'Papier de l’administration',
  contact: 'Comment vous joindre',
  'contact.help':
    'Une ligne par moyen\u00A0: téléphone, adresse électronique, site. Elles suivent l’adresse en tête des documents.',
  held_because: 'Ce qui a été établi est une pièce du dossier.',
  held_personal: 'ce qu’ils impriment du dossier, nom de qui les a demandés',
  'task.make': 'Préparation d’un document',
  'permission.download': 'Télécharger les documents des dossiers que l’on voit',
} as const
