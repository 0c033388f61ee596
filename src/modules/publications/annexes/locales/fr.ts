/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const filesFr = {
  'task.file': 'Préparation des annexes publiées',
  'task.titles': 'Titres des annexes publiées',
  'file.stand_in': '[masqué]',
  'file.busy': 'Ce fichier est en préparation. Réessayez dans un instant.',
  'file.not_ready': 'Ce fichier n’est pas encore prêt.',
  'file.cannot': 'Ce fichier ne peut pas être publié tel qu’il est.',
  'file.look_first':
    'Dites que vous avez regardé ce qui n’a pas pu être lu, et que cela peut être public.',
  'file.state.reading': 'en cours de lecture',
  'file.state.asks': 'à relire',
  'file.state.making': 'en préparation',
  'file.state.ready': 'prêt',
  'file.state.refused': 'impossible',
  'file.waits':
    'Le fichier est en préparation. Le point se publie avec tous ses fichiers, une fois qu’ils sont prêts.',
  'file.refused.encrypted':
    'Ce PDF est chiffré ou protégé\u00A0: enregistrez-le sans protection, puis joignez-le à nouveau.',
  'file.refused.damaged':
    'Ce fichier est abîmé et n’a pas pu être lu\u00A0: enregistrez-le à nouveau, puis joignez-le.',
  'file.refused.pages': 'Ce PDF a plus de 200 pages\u00A0: joignez-le en plusieurs parties.',
  'file.refused.text': 'Ce PDF contient trop de texte\u00A0: joignez-le en plusieurs parties.',
  'file.refused.heavy':
    'Ce fichier est trop lourd à préparer\u00A0: joignez-le plus léger, ou en plusieurs parties.',
  'file.refused.kind':
    'Seuls un PDF, une image JPEG ou une image PNG se publient\u00A0: enregistrez ce document en PDF, puis joignez-le.',
  'file.refused.picture':
    'Cette image est abîmée ou trop grande\u00A0: enregistrez-la à nouveau, puis joignez-la.',
  'file.refused.fault':
    'La préparation a échoué. Décochez ce fichier pour publier sans lui, et prévenez qui gère la plateforme.',
  'file.found':
    '{count, plural, one {# mention peut désigner une personne.} other {# mentions peuvent désigner des personnes.}}',
  'file.unread':
    'Tout n’a pas pu être lu {count, plural, one {à la page {pages}} other {aux pages {pages}}}\u00A0: regardez-y vous-même.',
  'file.unread_picture': 'Le texte d’une image ne se lit pas\u00A0: regardez-la vous-même.',
  'file.unseen':
    '{count, plural, one {# mot caché a été écarté} other {# mots cachés ont été écartés}}\u00A0: on ne les voyait pas sur les pages.',
  'file.title_names': 'Le titre peut désigner une personne\u00A0: {words}.',
  'file.review': 'Dire ce qui est masqué',
  'file.masked': 'Masquer',
  'file.masked_help': 'Ce qui n’est pas coché se lira dans le fichier public.',
  'file.where': '{kind}, {count, plural, one {page {pages}} other {{count} fois, pages {pages}}}',
  'file.kind.person': 'personne',
  'file.kind.national_number': 'numéro national',
  'file.kind.address': 'adresse',
  'file.kind.telephone': 'téléphone',
  'file.kind.email': 'adresse électronique',
  'file.kind.iban': 'compte bancaire',
  'file.kind.plate': 'plaque',
  'file.kind.birth_date': 'date de naissance',
  'file.words': 'Masquer aussi',
  'file.words_help': 'Un mot ou un nom par ligne\u00A0; il est masqué partout dans le fichier.',
  'file.nowhere':
    'Ces mots à masquer ne se trouvent nulle part dans le texte du fichier\u00A0: {words}. Écrivez-les comme ils y sont, ou retirez-les. S’ils sont dans une image, masquez-les dans l’original.',
  'file.title': 'Titre public du fichier',
  'file.looked': 'J’ai regardé ce qui n’a pas pu être lu\u00A0: cela peut être public.',
  'file.save': 'Préparer le fichier',
  'file.saved': 'Le fichier est en préparation.',
  'file.see': 'Voir le fichier public',
  'file.list': 'Fichiers qui partent avec le point',
  'file.original': 'original',
  'file.pages': '{count, plural, one {# page} other {# pages}}',
  'file.preview': 'Première page de «\u00A0{title}\u00A0»',
} as const
