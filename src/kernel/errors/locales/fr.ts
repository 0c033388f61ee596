export const fr = {
  not_found: 'Cette page n’existe pas, ou elle ne vous est pas destinée.',
  forbidden: 'Vous n’avez pas le droit de faire cela.',
  in_person:
    'Ceci est l’acte d’une personne\u00A0: aucun programme ne vote, ne signe, ne décide ni ne donne de droits.',
  out_of_scope: 'Ce programme n’a pas reçu le droit d’agir dans ce métier.',
  other_hat:
    'Ceci est aux agents et aux mandataires : avec la casquette que vous portez, vous n’y avez pas accès.',
  invalid: 'Certaines réponses sont à corriger.',
  fault: 'Une erreur est survenue de notre côté. Elle est enregistrée sous la référence {id}.',
  stale:
    'Ce dossier a été modifié entre-temps par {name}. Vérifiez sa version, puis recommencez si besoin.',
  no_authority: 'Aucune administration ne répond à cette adresse.',
  'title.403': 'Accès refusé',
  'title.404': 'Page introuvable',
  'title.409': 'Impossible pour l’instant',
  'title.413': 'Envoi trop lourd',
  'title.422': 'À corriger',
  'title.429': 'Trop d’essais',
  'title.500': 'Erreur interne',
  'title.503': 'Service indisponible',
  files_in_use:
    'Ces fichiers sont en cours d’enregistrement ou de sauvegarde\u00A0; réessayez dans un moment.',
  files_away:
    'Les fichiers ne peuvent être lus ni enregistrés pour l’instant\u00A0; rien d’autre n’est perdu, réessayez dans un moment.',
  start_code:
    'Ce n’est pas le code de démarrage de ce serveur, ou il a déjà servi. Le serveur en écrit un dans son journal à chaque démarrage.',
  too_many_screens:
    'Trop d’écrans suivent déjà\u00A0: fermez-en un. Celui-ci se met à jour de temps en temps.',
  quota:
    '{what, select, files {L’espace de l’administration pour les fichiers est plein} people {L’administration a autant de comptes qu’elle peut en avoir} mails {L’administration a écrit autant de messages qu’elle peut en un jour\u00A0; réessayez demain} jobs {Trop de travaux attendent déjà pour l’administration\u00A0; réessayez plus tard} other {L’administration fait trop de demandes\u00A0; réessayez dans une minute}}. Rien n’a été enregistré\u00A0: un administrateur voit l’utilisation, et l’exploitant peut l’augmenter.',
} as const
