export const fr = {
  'field.required': 'Cette réponse est nécessaire.',
  'field.too_long': '{most, number} caractères au plus.',
  'field.at_least': '{least, number} au moins.',
  'field.at_most': '{most, number} au plus.',
  'field.date': 'Donnez une date qui existe, par exemple 25/06/2026.',
  'field.number': 'Donnez un nombre, par exemple 1\u00A0250,50.',
  'field.twofold':
    '«\u00A0{typed}\u00A0» se lit de deux façons, {many} ou {few}\u00A0: écrivez «\u00A0{write_many}\u00A0» ou «\u00A0{write_few}\u00A0».',
  'field.implausible':
    'L’année {year} étonne ici\u00A0: elle est attendue entre {first} et {last}.',
  'field.doubled_hour':
    'Cette heure vient deux fois cette nuit-là, quand les horloges reculent\u00A0: donnez une heure avant {before} ou dès {after}, ou la même avec son décalage.',
  'field.one_line': 'Une seule ligne est attendue ici\u00A0: retirez les retours à la ligne.',
  'field.amount_least': '{bound} au moins.',
  'field.amount_most': '{bound} au plus.',
  'field.year_least': 'En {bound} au plus tôt.',
  'field.year_most': 'En {bound} au plus tard.',
  'field.no_page': 'Cette page de résultats n’existe pas\u00A0: reprenez-les du début.',
  'field.whole': 'Donnez un nombre entier en chiffres, par exemple 12.',
  'field.no_such_hour':
    'Cette heure n’existe pas\u00A0: cette nuit-là, les horloges avancent d’une heure.',
  'field.character':
    'Un des caractères ne peut être gardé\u00A0: effacez ceux qui ne se voient pas, ou retapez le texte.',
  'field.unprintable.sign':
    'Aucune police de la maison n’a le signe «\u00A0{sign}\u00A0» ({code})\u00A0: il ne pourrait pas être imprimé. Écrivez-le autrement.',
  'field.unprintable.marks':
    'Une lettre porte plus de {most} accents ou signes\u00A0: elle ne pourrait pas être imprimée.',
  'field.unprintable.word':
    'Un mot compte plus de {most} lettres\u00A0: il ne pourrait pas être imprimé. Coupez-le par une espace.',
  'field.empty_file': 'Un des fichiers est vide\u00A0: choisissez-le à nouveau.',
  'field.choose': 'Choisissez une des réponses proposées.',
  'field.wrong': 'Cette réponse n’a pas la forme attendue.',
  'field.offset': 'Donnez l’heure d’ici, sans décalage, par exemple 25/06/2026 20:00.',
  'field.unknown': 'Aucune réponse de ce nom n’est attendue ici\u00A0: elle n’aurait pas été lue.',
  'field.forbidden': 'Aucune réponse ne peut s’appeler «\u00A0{name}\u00A0».',
  'field.json': 'Le corps de la requête n’est pas du JSON.',
  'field.too_deep': 'Le corps de la requête est imbriqué à plus de {most, number} niveaux.',
  'field.no_file': 'Aucun fichier n’est demandé ici.',
  'field.too_many_files': '{most, plural, one {Un fichier} other {# fichiers}} au plus.',
  'field.file_name_unread':
    '«\u00A0{name}\u00A0» ne peut être lu comme un nom de fichier\u00A0: ses accents sont d’un autre codage. Renommez le fichier, puis joignez-le de nouveau.',
  'field.file_name':
    'Le nom du fichier dépasse {most, number} octets\u00A0: raccourcissez-le, puis choisissez le fichier à nouveau.',
  'field.infected':
    '«\u00A0{name}\u00A0» contient un virus ({found})\u00A0: il n’a pas été gardé. Prévenez votre service informatique.',
  'field.not_examined':
    '«\u00A0{name}\u00A0» n’a pas pu être examiné\u00A0: l’antivirus ne répond pas. Envoyez-le à nouveau dans quelques minutes.',
  too_large: 'L’envoi dépasse {size}.',
  too_many: 'L’envoi compte plus de {most, number} réponses.',
  busy: 'Beaucoup de demandes arrivent en ce moment, ou la base de données ne répond pas\u00A0: réessayez dans quelques secondes.',
  no_room:
    'Le disque du service est plein\u00A0: rien n’a été enregistré. L’exploitant doit le libérer\u00A0; réessayez ensuite.',
  took_too_long:
    'Cette demande a pris plus de temps que la base de données n’en accorde, et rien n’a été écrit\u00A0: recommencez-la en plusieurs parties, ou dans quelques minutes.',
  foreign_page: 'Cette page ne se montre pas à l’intérieur d’un autre site.',
  foreign_form: 'Ce formulaire vient d’un autre site : il n’a pas été pris en compte.',
  overtaken:
    'Quelqu’un vient d’écrire la même chose au même moment\u00A0: regardez ce qui est là, puis recommencez.',
  key_reused: 'Cette clé a déjà servi pour un autre envoi\u00A0: faites-en une nouvelle.',
  sent_before:
    'Ceci a déjà été envoyé d’ici, et fait\u00A0: rien n’a été ajouté une seconde fois. Pour l’ajouter encore, envoyez-le de la page telle qu’elle est maintenant.',
  rights_lost:
    'Ceci a déjà été fait avec cette clé, mais vos droits ont changé depuis\u00A0: la réponse ne vous est plus donnée.',
  sign_in_needed: 'Identifiez-vous pour continuer.',
  key_in_address:
    'Une clé ne se met jamais dans une adresse, qui reste dans les journaux et les historiques\u00A0: envoyez-la dans l’en-tête Authorization, et révoquez celle-ci.',
  'seeing.reads_only':
    'Vous voyez comme une autre personne\u00A0: rien ne peut être fait en son nom. Arrêtez d’abord.',
  'seeing.their_own':
    'Ceci n’appartient qu’à cette personne\u00A0: on ne le voit pas en voyant comme elle.',
  'closed.title_maintenance': 'Maintenance en cours',
  'closed.title_suspended': 'Accès suspendu',
  'closed.maintenance':
    'Le service est fermé pour maintenance. Rien de ce qui a été enregistré n’est perdu.',
  'closed.suspended':
    'L’accès à ces pages est suspendu. Ce qui a été publié reste consultable sur les pages publiques.',
  'closed.until': 'Réouverture prévue le {at}.',
  'closed.contact': 'Renseignements\u00A0: {contact}.',
  'closed.read_only':
    'Tout peut être lu mais rien ne peut être changé pour l’instant{until, select, known { (jusqu’au {at})} other {}}. {words} Ce que vous avez écrit est gardé\u00A0: réessayez plus tard.',
} as const
