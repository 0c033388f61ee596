/** What the import of a meeting shows, asks and refuses. */
export const fr = {
  'task.import': 'Reprendre une séance de PloneMeeting',
  'task.import.steps':
    'Déposez les réponses de plonemeeting.restapi\u00A0: rien n’est écrit avant que vous l’ayez vu.\nDites à quelle catégorie et à quel service d’ici chacune des leurs répond.\nImportez\u00A0: deux fois la même séance n’en fait qu’une.',
  trade: 'Reprise de PloneMeeting',
  brings: 'La reprise de séances de PloneMeeting (iA.Délib), avec leurs points et leurs annexes.',
  kept: '{count, plural, one {# correspondance retenue} other {# correspondances retenues}}',
  stops:
    'Plus aucune séance ne se reprend\u00A0; celles qui l’ont été restent dans les délibérations.',
  tab: 'Importer',
  title: 'Importer une séance',
  intro:
    'Les réponses de PloneMeeting (iA.Délib)\u00A0: la séance, ses points, ses annexes, en JSON, avec les fichiers des annexes. Chaque fichier se reconnaît à son contenu. Rien ne s’écrit avant que vous l’ayez vu.',
  files: 'Fichiers',
  files_hint: 'Tous à la fois.',
  organ: 'Organe',
  organ_hinted: 'Celui que les fichiers indiquent',
  look: 'Voir ce qui sera importé',
  sample: 'Séance fictive',
  sample_help:
    'Le conseil de Beauval du 15 juin 2026, inventé, dans le même format\u00A0: douze points et trois annexes, dont une confidentielle.',
  sample_try: 'Essayer avec la séance fictive',
  from: 'Import de PloneMeeting',
  unknown_meeting: 'Séance illisible',
  meeting: 'Séance',
  'there.created': 'créée',
  'there.frozen': 'ordre du jour figé',
  'there.published': 'publiée',
  'there.decided': 'décidée',
  'there.decisions_published': 'décisions publiées',
  'there.closed': 'clôturée',
  'there.archived': 'archivée',
  there: 'État là-bas',
  as_open:
    'La séance s’importe avec son ordre du jour ouvert, pour se tenir ici, quel que soit son état là-bas. Elle reçoit son numéro et ses références quand l’ordre du jour est arrêté\u00A0; les votes ne s’importent pas. Là où un point n’a pas de motivation, sa description en tient lieu.',
  'state.ready': 'Prêt',
  'state.questions': 'Réponses attendues',
  'state.refused': 'Refusé',
  'state.nothing': 'Rien à changer',
  facts:
    '{create, plural, =0 {aucun point à créer} one {# point à créer} other {# points à créer}} · {annexes, plural, =0 {aucune annexe} one {# annexe} other {# annexes}} · {refused, plural, =0 {rien de refusé} one {# refus} other {# refus}}',
  nothing: 'Tout est déjà ici\u00A0: cet import ne change rien.',
  see_meeting: 'Voir la séance',
  refused: 'Refusé',
  refused_help: 'Corrigez ces fichiers et recommencez, ou continuez sans ce qui est refusé.',
  notices: 'À savoir',
  places: '{count, plural, one {# endroit} other {# endroits}}',
  'labels.categories': 'Catégories',
  'labels.categories_help':
    'Où ranger ici chaque catégorie de là-bas. La réponse est retenue pour les imports suivants.',
  'labels.services': 'Services',
  'labels.services_help':
    'Quel service d’ici propose les points de chaque service de là-bas. Les réponses anciennes n’en donnent qu’un numéro\u00A0: les points aident à le reconnaître.',
  choose: 'Choisissez ce que c’est ici.',
  prompt: 'À choisir',
  create_as: 'Créer «\u00A0{name}\u00A0»',
  create_named: 'Créer sous le nom ci-dessous',
  existing: 'Existants',
  unnamed: 'Service {token}',
  name: 'Nom du service à créer',
  borne: '{count, plural, one {# point} other {# points}}\u00A0: {examples}',
  leave_out_refused: 'Continuer sans ce qui est refusé',
  leave_out_refused_help: 'Les fichiers et points refusés ne s’importent pas\u00A0; le reste, oui.',
  accept_repaired: 'Accepter les textes réparés',
  accept_repaired_help:
    'Là où le HTML est abîmé, prendre le texte tel qu’un navigateur le montrerait.',
  commit: 'Importer',
  look_again: 'Vérifier',
  create_missing: 'Créer tout ce qui manque',
  start_again: 'Autres fichiers',
  not_ready: 'Il reste à répondre, ou quelque chose est refusé\u00A0: rien n’est importé.',
  done: 'La séance est importée\u00A0: {items, plural, =0 {aucun nouveau point} one {# point} other {# points}}, {annexes, plural, =0 {aucune annexe} one {# annexe} other {# annexes}}.',
  points: 'Points',
  number: 'N°',
  item: 'Point',
  bearer: 'Service et catégorie',
  recognised: '{count, plural, one {# déjà situé} other {# déjà situés}}',
  to_choose: 'à choisir',
  action: 'Import',
  'action.create': 'À\u00A0créer',
  'action.unchanged': 'Déjà\u00A0ici',
  'action.kept_local': 'Gardé comme ici',
  'action.refused': 'Refusé',
  excused: 'Excusés',
  absents: 'Absents',
  'at.item': 'point «\u00A0{title}\u00A0»',
  'at.field': 'champ {field}',
  'at.line': 'ligne {line}, colonne {column}',

  'said.wrong_file.too_large': 'Ce fichier est trop grand.',
  'said.wrong_file.too_many_files': 'Il y a trop de fichiers pour un seul import.',
  'said.wrong_file.empty_file': 'Ce fichier est vide.',
  'said.wrong_file.not_utf8': 'Ce fichier n’est pas en UTF-8.',
  'said.wrong_file.not_json': 'Ce fichier est coupé ou abîmé\u00A0: ce n’est pas du JSON.',
  'said.wrong_file.too_deep': 'Ce fichier s’emboîte trop pour être une réponse de PloneMeeting.',
  'said.wrong_file.forbidden_key':
    'Ce fichier contient une clé qu’aucune réponse de PloneMeeting ne porte.',
  'said.wrong_file.empty_list': 'Cette réponse est une liste vide.',
  'said.wrong_file.too_much':
    'Ces fichiers contiennent plus de texte qu’une séance\u00A0: importez-la en plusieurs fois, ou retirez les textes démesurés.',
  'said.wrong_file.too_many_entries': 'Cette réponse compte trop d’éléments pour une seule séance.',
  'said.wrong_file.mixed_types': 'Cette réponse mélange séances, points ou annexes.',
  'said.wrong_file.other_type':
    'Cette réponse contient autre chose que des séances, points ou annexes ({type}).',
  'said.wrong_file.unknown_shape': 'Ce fichier n’est pas une réponse de PloneMeeting.',
  'said.wrong_file.preview_without_texts':
    'Cette liste sert à choisir des points et n’en contient pas les textes\u00A0: demandez-la avec «\u00A0fullobjects\u00A0».',
  'said.wrong_file.claimed_by_no_annex': 'Aucune annexe de la séance n’a ce contenu.',
  'said.wrong_file.annex_size_differs':
    'Ce fichier porte le nom d’une annexe, mais pas sa taille\u00A0: c’est une autre version.',
  'said.no_meeting': 'Aucun fichier ne contient la séance elle-même.',
  'said.several_meetings':
    'Les fichiers contiennent plusieurs séances\u00A0: importez-les une à une.',
  'said.missing_field':
    '{annex, select, none {} other {Annexe «\u00A0{annex}\u00A0»\u00A0: }}ce champ manque.',
  'said.wrong_value':
    '{annex, select, none {} other {Annexe «\u00A0{annex}\u00A0»\u00A0: }}ce champ a une valeur inattendue{value, select, none {} other {\u00A0: «\u00A0{value}\u00A0»}}.',
  'said.wrong_value.too_long':
    '{annex, select, none {} other {Annexe «\u00A0{annex}\u00A0»\u00A0: }}ce champ compte plus de {most} signes.',
  'said.broken_html': 'Le HTML est abîmé près de «\u00A0{excerpt}\u00A0».',
  'said.broken_html.unclosed-element':
    'Une balise n’est pas refermée\u00A0: «\u00A0{excerpt}\u00A0».',
  'said.broken_html.stray-end-tag':
    'Une balise se ferme sans avoir été ouverte\u00A0: «\u00A0{excerpt}\u00A0».',
  'said.broken_html.misnested': 'Des balises se chevauchent\u00A0: «\u00A0{excerpt}\u00A0».',
  picture: 'Image reprise de PloneMeeting',
  lost_picture: '[Image non reprise\u00A0: {alt}]',
  'said.lost_picture':
    '{count, plural, one {Une image} other {# images}} du texte {count, plural, one {n’est pas reprise} other {ne sont pas reprises}}\u00A0: la réponse n’en donne que l’adresse. Ajoutez-la au point, ou en annexe.',
  'said.dropped_markup': 'Une mise en forme qui n’existe pas ici est laissée\u00A0: {what}.',
  'said.field_not_imported': 'Ce texte n’a pas de place ici et ne s’importe pas.',
  'said.duplicate_uid': 'Ce point est donné plusieurs fois.',
  'said.renumbered':
    'Le {number} ne vient pas avec le point sous lequel il se range\u00A0: il reçoit un numéro à lui, et ceux qui suivent avancent d’autant.',
  'said.duplicate_number': 'Un autre point porte le même numéro ({number}).',
  'said.no_items': 'La séance ne compte aucun point.',
  'said.item_count_differs':
    'La séance compte {expected} points, les fichiers en contiennent {found}\u00A0: il en manque.',
  'said.item_of_other_meeting': 'Ce point est d’une autre séance que «\u00A0{meeting}\u00A0».',
  'said.date_differs':
    'La date ({date}) et le début ({startDate}) diffèrent\u00A0: le titre décide, ce sera le {chosen}.',
  'said.hour_unknown': 'L’heure de la séance n’est pas connue\u00A0: elle est fixée à minuit.',
  'said.unknown_category':
    'Catégorie inconnue ici\u00A0: {name} ({items, plural, one {# point} other {# points}}).',
  'said.unknown_service':
    'Service inconnu ici\u00A0: {name} ({items, plural, one {# point} other {# points}}).',
  'said.mapped_by_name':
    '«\u00A0{name}\u00A0» est pris pour «\u00A0{ours}\u00A0» d’ici, du même nom.',
  'said.remote_changed':
    'Ce point a changé là-bas depuis son import\u00A0: il reste comme il est ici.',
  'said.annex_without_file':
    'Le fichier de l’annexe «\u00A0{annex}\u00A0» manque ({filename})\u00A0: elle pourra s’ajouter par un nouvel import.',
  'said.annex_of_unknown_item':
    'L’annexe «\u00A0{annex}\u00A0» est d’un point qui n’est pas dans ces fichiers\u00A0: elle ne s’importe pas.',
  'said.annex_confidential':
    'L’annexe «\u00A0{annex}\u00A0» n’est pas dite ouverte là-bas\u00A0: elle ne s’importe pas, car ici ceux qui lisent un point en lisent les annexes.',
  'said.organ_needed': 'Les fichiers ne disent pas quel organe se réunit\u00A0: choisissez-le.',
  'said.organ_meets': 'L’organe a déjà ici une séance à ce moment, qui ne vient pas de cet import.',
  'said.meeting_closed':
    'La séance est clôturée ici\u00A0: {count, plural, one {# nouveau point n’y entre plus} other {# nouveaux points n’y entrent plus}}.',
  'permission.import': 'Reprendre des séances de iA.Délib',
  held: 'Tenue ailleurs',
  'held.elsewhere': 'Tenu dans PloneMeeting',
  'held.sealed':
    'Cette séance a été tenue dans un autre système\u00A0: elle et ses points sont repris tels quels, et personne ne les modifie ici.',
  'held.attendees': '{count, plural, one {# personne} other {# personnes}}',
  'held.advisers': 'Avis demandés',
  'held.take': 'Reprendre la séance telle qu’elle a été tenue',
  'held.take_help':
    'Elle arrive clôturée, avec ses décisions, ses numéros et ses présences\u00A0; plus personne ne la modifie. Sans cela, elle arrive avec son ordre du jour ouvert.',
  as_held:
    'La séance s’importe clôturée, telle qu’elle a été tenue\u00A0: états, numéros, votes, présences et annexes. Plus personne ne la modifie ici.',
  annexes: 'Annexes',
  'said.held_to_come': 'La séance est à venir\u00A0: elle ne peut pas avoir été tenue.',
  'said.undecided_there':
    'Le point n’a pas été décidé là-bas (état\u00A0: {state})\u00A0: il ne peut pas être repris comme tenu.',
  'text.votesResult': 'Votes',
  'text.observations': 'Observations',
  'text.description': 'Description',
  'text.detailedDescription': 'Description détaillée',
  'text.signatures': 'Signatures',
  'attended.present': 'présent',
  'attended.absent': 'absent',
  'attended.excused': 'excusé',
  'attended.non_attendee': 'ne participe pas',
  'there.accepted': 'accepté',
  'there.accepted_but_modified': 'accepté et modifié',
  'there.refused': 'refusé',
  'there.delayed': 'reporté',
  'there.postponed_next_meeting': 'reporté à la séance suivante',
  'there.removed': 'retiré',
  'there.removed_and_duplicated': 'retiré et dupliqué',
  'there.marked_not_applicable': 'sans objet',
} as const
