export const fr = {
  title: 'API de PloneMeeting',
  brings:
    'Les logiciels qui parlaient à PloneMeeting (plonemeeting.restapi) continuent de fonctionner.',
  role: 'agit au nom de personnes (programme)',
  role_sees: 'les programmes qui agissent au nom de personnes',
  role_does: 'un programme qui agit au nom de personnes',
  'permission.read': 'Lire par l’API de PloneMeeting',
  'permission.act': 'Agir par l’API de PloneMeeting',
  'permission.in_name_of': 'Agir au nom d’une personne par l’API de PloneMeeting',
  said_twice: '«\u00A0{name}\u00A0» est dit plusieurs fois\u00A0: dites-le une fois.',
  'in_name_of.refused':
    'Ce programme n’agit pas au nom de «\u00A0{login}\u00A0»\u00A0: il lui manque le rôle de programme qui agit au nom de personnes.',
  'in_name_of.unknown':
    'Personne ne se connecte ici sous le nom «\u00A0{login}\u00A0» (in_name_of).',
  'in_name_of.called': '{name} (par {program})',
  'users.refused':
    'Ce programme ne peut rien savoir de «\u00A0{login}\u00A0»\u00A0: il ne connaît que lui-même.',
  'users.too_many':
    'Plus de {most} personnes répondent à ces mots\u00A0: dites-en davantage (query).',
  config_needed: 'Le paramètre «\u00A0config_id\u00A0» est nécessaire.',
  config_unknown: 'La configuration «\u00A0{id}\u00A0» n’existe pas. Connues\u00A0: {known}.',
  type_unknown: 'Le type «\u00A0{type}\u00A0» n’existe pas\u00A0: item ou meeting.',
  uid_needed: 'Le paramètre «\u00A0UID\u00A0» ou «\u00A0external_id\u00A0» est nécessaire.',
  uid_unknown: 'Aucun élément ne porte l’identifiant «\u00A0{uid}\u00A0».',
  uid_unseen:
    'L’élément «\u00A0{uid}\u00A0» existe\u00A0: ce programme l’a créé, mais ne peut plus le lire.',
  other_type: 'L’élément «\u00A0{uid}\u00A0» n’est pas de ce type\u00A0: utilisez @get.',
  index_unknown: 'On ne cherche pas ici par «\u00A0{name}\u00A0». Connus\u00A0: {known}.',
  order_unknown: 'On ne trie pas ici par «\u00A0{name}\u00A0». Connus\u00A0: {known}.',
  number_wrong: '«\u00A0{said}\u00A0» n’est pas un nombre ({name}).',
  mode_unknown: 'Le mode «\u00A0{mode}\u00A0» n’existe pas. Connus\u00A0: {known}.',
  too_much:
    'Les images de cette réponse sont trop lourdes\u00A0: demandez moins d’éléments à la fois (b_size).',
  required: 'Le champ «\u00A0{name}\u00A0» est obligatoire.',
  required_ignored: 'La validation de ces champs ne peut pas être omise\u00A0: {names}.',
  valued_ignored: 'La validation d’un champ rempli ne peut pas être omise\u00A0: retirez {names}.',
  not_held:
    'Le champ «\u00A0{name}\u00A0» n’a pas de place ici. Ajoutez «\u00A0ignore_not_used_data\u00A0: true\u00A0» pour s’en passer.',
  left_out: 'Ces champs n’ont pas de place ici et n’ont pas été repris\u00A0: {names}.',
  unknown_names: 'Ces champs sont inconnus et n’ont pas été repris\u00A0: {names}.',
  not_validated: 'La validation de ces champs a été omise\u00A0: {names}.',
  value_unknown: '«\u00A0{said}\u00A0» n’est pas une valeur du champ «\u00A0{field}\u00A0».',
  described: 'La description a été placée au début de la motivation.',
  lost_in_text: 'N’a pas été repris du champ «\u00A0{field}\u00A0»\u00A0: {lost}.',
  text_too_much: 'Le texte du champ «\u00A0{field}\u00A0» est trop compliqué.',
  picture: 'Image',
  picture_lost: '[Image non reprise\u00A0: {alt}]',
  meeting_unknown: 'La séance «\u00A0{said}\u00A0» n’existe pas pour cet organe.',
  meeting_over:
    'La séance «\u00A0{title}\u00A0» est clôturée\u00A0: elle ne reçoit plus de points.',
  no_meeting:
    'La transition «\u00A0{name}\u00A0» n’a pas été faite\u00A0: aucune séance à venir ne reçoit de points.',
  step_unknown: 'La transition «\u00A0{name}\u00A0» n’existe pas ici.',
  step_closed: 'La transition «\u00A0{name}\u00A0» n’a pas été faite\u00A0: {why}',
  date_wrong: '«\u00A0{said}\u00A0» n’est pas une date de séance.',
  dropped: 'Supprimé par l’API de PloneMeeting',
  annex_category: 'Annexe',
  'annex.no_file': 'L’annexe «\u00A0{name}\u00A0» n’a pas de contenu (file.data).',
  'annex.no_name':
    'L’annexe «\u00A0{name}\u00A0» n’a ni nom de fichier ni type (file.filename, file.content-type).',
  'annex.encoding': 'L’encodage «\u00A0{encoding}\u00A0» n’est pas connu\u00A0: base64.',
  'annex.not_base64': 'Le contenu de l’annexe «\u00A0{name}\u00A0» n’est pas en base64.',
  'annex.confidential':
    'L’annexe «\u00A0{name}\u00A0» est confidentielle\u00A0: ici, qui lit un point lit ses annexes.',
  'annex.of_meeting': 'Une séance n’a pas d’annexes\u00A0: ajoutez-les à ses points.',
  'attendee.present': 'présent',
  'attendee.absent': 'absent',
  'attendee.excused': 'excusé',
  'attendee.non_attendee': 'ne participe pas',
  'attendee.nothing': 'Rien n’est demandé\u00A0: attendee_type, signatory ou position_type.',
  'attendee.type_unknown':
    '«\u00A0{said}\u00A0» n’est pas une manière d’être présent\u00A0: present, absent, excused ou non_attendee.',
  'attendee.in_person':
    'Les présences et les signataires sont notés par une personne, à l’onglet «\u00A0Présences\u00A0» de la séance\u00A0: aucun programme ne le fait.',
  'list.normal': 'Normal',
  'list.late': 'En urgence',
} as const
