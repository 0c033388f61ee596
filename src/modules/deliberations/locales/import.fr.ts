/** The import of meetings: what is shown, asked and refused. */
export const importFr = {
  'import.title': 'Importer une séance',
  'import.intro':
    'Les réponses de PloneMeeting (iA.Délib)\u00A0: la séance, ses points, ses annexes, en JSON, avec les fichiers des annexes. Chaque fichier se reconnaît à son contenu. Rien ne s’écrit avant que vous l’ayez vu.',
  'import.files': 'Fichiers',
  'import.files_hint': 'Tous à la fois, 64\u00A0Mo au plus.',
  'import.no_files': 'Choisissez au moins un fichier.',
  'import.organ': 'Organe',
  'import.organ_hinted': 'Celui que les fichiers indiquent',
  'import.look': 'Voir ce qui sera importé',
  'import.sample': 'Séance fictive',
  'import.sample_help':
    'Le conseil de Beauval du 15 juin 2026, inventé, dans le même format\u00A0: douze points et trois annexes.',
  'import.sample_try': 'Essayer avec la séance fictive',
  'import.steps': 'Étapes de l’import',
  'import.step.files': 'Fichiers',
  'import.step.check': 'Vérification',
  'import.step.done': 'Séance importée',
  'import.from': 'Import de PloneMeeting',
  'import.unknown_meeting': 'Séance illisible',
  'import.meeting': 'Séance',
  'import.there': 'État là-bas',
  'import.as_open':
    'La séance s’importe avec son ordre du jour ouvert, pour se tenir ici, quel que soit son état là-bas. Elle reçoit son numéro et ses références quand l’ordre du jour est arrêté\u00A0; les votes ne s’importent pas. Là où un point n’a pas de motivation, sa description en tient lieu.',
  'import.state.ready': 'Prêt',
  'import.state.questions': 'Réponses attendues',
  'import.state.refused': 'Refusé',
  'import.state.nothing': 'Rien à changer',
  'import.facts':
    '{create, plural, =0 {aucun point à créer} one {# point à créer} other {# points à créer}} · {annexes, plural, =0 {aucune annexe} one {# annexe} other {# annexes}} · {refused, plural, =0 {rien de refusé} one {# refus} other {# refus}}',
  'import.nothing': 'Tout est déjà ici\u00A0: cet import ne change rien.',
  'import.see_meeting': 'Voir la séance',
  'import.refused': 'Refusé',
  'import.refused_help':
    'Corrigez ces fichiers et recommencez, ou continuez sans ce qui est refusé.',
  'import.notices': 'À savoir',
  'import.places': '{count, plural, one {# endroit} other {# endroits}}',
  'import.categories': 'Catégories',
  'import.categories_help':
    'Où ranger ici chaque catégorie de là-bas. La réponse est retenue pour les imports suivants.',
  'import.services': 'Services',
  'import.services_help':
    'Quel service d’ici propose les points de chaque service de là-bas. Les réponses anciennes n’en donnent qu’un numéro\u00A0: les points aident à le reconnaître.',
  'import.choose': 'Choisissez ce que c’est ici.',
  'import.prompt': 'À choisir',
  'import.create_as': 'Créer «\u00A0{name}\u00A0»',
  'import.create_named': 'Créer sous le nom ci-dessous',
  'import.existing': 'Existants',
  'import.unnamed': 'Service {token}',
  'import.name': 'Nom du service à créer',
  'import.name_needed': 'Donnez le nom du service à créer.',
  'import.borne': '{count, plural, one {# point} other {# points}}\u00A0: {examples}',
  'import.leave_out_refused': 'Continuer sans ce qui est refusé',
  'import.leave_out_refused_help':
    'Les fichiers et points refusés ne s’importent pas\u00A0; le reste, oui.',
  'import.accept_repaired': 'Accepter les textes réparés',
  'import.accept_repaired_help':
    'Là où le HTML est abîmé, prendre le texte tel qu’un navigateur le montrerait.',
  'import.commit': 'Importer',
  'import.look_again': 'Vérifier',
  'import.create_missing': 'Créer tout ce qui manque',
  'import.start_again': 'Autres fichiers',
  'import.not_ready': 'Il reste à répondre, ou quelque chose est refusé\u00A0: rien n’est importé.',
  'import.over': 'Cet import est terminé ou périmé\u00A0: recommencez avec vos fichiers.',
  'import.done':
    'La séance est importée\u00A0: {items, plural, =0 {aucun nouveau point} one {# point} other {# points}}, {annexes, plural, =0 {aucune annexe} one {# annexe} other {# annexes}}.',
  'import.points': 'Points',
  'import.number': 'N°',
  'import.item': 'Point',
  'import.bearer': 'Service et catégorie',
  'import.recognised': '{count, plural, one {# déjà situé} other {# déjà situés}}',
  'import.to_choose': 'à choisir',
  'import.action': 'Import',
  'import.action.create': 'À\u00A0créer',
  'import.action.unchanged': 'Déjà\u00A0ici',
  'import.action.kept_local': 'Gardé comme ici',
  'import.action.refused': 'Refusé',
  'import.excused': 'Excusés',
  'import.absents': 'Absents',
  'import.at.item': 'point «\u00A0{title}\u00A0»',
  'import.at.field': 'champ {field}',
  'import.at.line': 'ligne {line}, colonne {column}',

  'import.said.wrong_file.too_large': 'Ce fichier est trop grand.',
  'import.said.wrong_file.too_many_files': 'Il y a trop de fichiers pour un seul import.',
  'import.said.wrong_file.empty_file': 'Ce fichier est vide.',
  'import.said.wrong_file.not_utf8': 'Ce fichier n’est pas en UTF-8.',
  'import.said.wrong_file.not_json': 'Ce fichier est coupé ou abîmé\u00A0: ce n’est pas du JSON.',
  'import.said.wrong_file.too_deep':
    'Ce fichier s’emboîte trop pour être une réponse de PloneMeeting.',
  'import.said.wrong_file.forbidden_key':
    'Ce fichier contient une clé qu’aucune réponse de PloneMeeting ne porte.',
  'import.said.wrong_file.empty_list': 'Cette réponse est une liste vide.',
  'import.said.wrong_file.too_many_entries':
    'Cette réponse compte trop d’éléments pour une seule séance.',
  'import.said.wrong_file.mixed_types': 'Cette réponse mélange séances, points ou annexes.',
  'import.said.wrong_file.other_type':
    'Cette réponse contient autre chose que des séances, points ou annexes ({type}).',
  'import.said.wrong_file.unknown_shape': 'Ce fichier n’est pas une réponse de PloneMeeting.',
  'import.said.wrong_file.preview_without_texts':
    'Cette liste sert à choisir des points et n’en contient pas les textes\u00A0: demandez-la avec «\u00A0fullobjects\u00A0».',
  'import.said.wrong_file.claimed_by_no_annex': 'Aucune annexe de la séance n’a ce contenu.',
  'import.said.wrong_file.annex_size_differs':
    'Ce fichier porte le nom d’une annexe, mais pas sa taille\u00A0: c’est une autre version.',
  'import.said.no_meeting': 'Aucun fichier ne contient la séance elle-même.',
  'import.said.several_meetings':
    'Les fichiers contiennent plusieurs séances\u00A0: importez-les une à une.',
  'import.said.missing_field':
    '{annex, select, none {} other {Annexe «\u00A0{annex}\u00A0»\u00A0: }}ce champ manque.',
  'import.said.wrong_value':
    '{annex, select, none {} other {Annexe «\u00A0{annex}\u00A0»\u00A0: }}ce champ a une valeur inattendue{value, select, none {} other {\u00A0: «\u00A0{value}\u00A0»}}.',
  'import.said.broken_html': 'Le HTML est abîmé près de «\u00A0{excerpt}\u00A0».',
  'import.said.broken_html.unclosed-element':
    'Une balise n’est pas refermée\u00A0: «\u00A0{excerpt}\u00A0».',
  'import.said.broken_html.stray-end-tag':
    'Une balise se ferme sans avoir été ouverte\u00A0: «\u00A0{excerpt}\u00A0».',
  'import.said.broken_html.misnested': 'Des balises se chevauchent\u00A0: «\u00A0{excerpt}\u00A0».',
  'import.said.dropped_markup': 'Une mise en forme qui n’existe pas ici est laissée\u00A0: {what}.',
  'import.said.field_not_imported': 'Ce texte n’a pas de place ici et ne s’importe pas.',
  'import.said.duplicate_uid': 'Ce point est donné plusieurs fois.',
  'import.said.duplicate_number': 'Un autre point porte le même numéro ({number}).',
  'import.said.no_items': 'La séance ne compte aucun point.',
  'import.said.item_count_differs':
    'La séance compte {expected} points, les fichiers en contiennent {found}\u00A0: il en manque.',
  'import.said.item_of_other_meeting':
    'Ce point est d’une autre séance que «\u00A0{meeting}\u00A0».',
  'import.said.date_differs':
    'La date ({date}) et le début ({startDate}) diffèrent\u00A0: le titre décide, ce sera le {chosen}.',
  'import.said.hour_unknown':
    'L’heure de la séance n’est pas connue\u00A0: elle est fixée à minuit.',
  'import.said.unknown_category':
    'Catégorie inconnue ici\u00A0: {name} ({items, plural, one {# point} other {# points}}).',
  'import.said.unknown_service':
    'Service inconnu ici\u00A0: {name} ({items, plural, one {# point} other {# points}}).',
  'import.said.mapped_by_name':
    '«\u00A0{name}\u00A0» est pris pour «\u00A0{ours}\u00A0» d’ici, du même nom.',
  'import.said.remote_changed':
    'Ce point a changé là-bas depuis son import\u00A0: il reste comme il est ici.',
  'import.said.annex_without_file':
    'Le fichier de l’annexe «\u00A0{annex}\u00A0» manque ({filename})\u00A0: elle pourra s’ajouter par un nouvel import.',
  'import.said.annex_of_unknown_item':
    'L’annexe «\u00A0{annex}\u00A0» est d’un point qui n’est pas dans ces fichiers\u00A0: elle ne s’importe pas.',
  'import.said.annex_confidential':
    'L’annexe «\u00A0{annex}\u00A0» est confidentielle là-bas\u00A0: ici, ceux qui lisent le point la lisent aussi.',
  'import.said.organ_needed':
    'Les fichiers ne disent pas quel organe se réunit\u00A0: choisissez-le.',
  'import.said.organ_meets':
    'L’organe a déjà ici une séance à ce moment, qui ne vient pas de cet import.',
  'import.said.meeting_closed':
    'La séance est clôturée ici\u00A0: {count, plural, one {# nouveau point n’y entre plus} other {# nouveaux points n’y entrent plus}}.',
} as const
