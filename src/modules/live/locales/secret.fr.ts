/** Le scrutin secret sur les écrans. */
export const secretFr = {
  'secret.open': 'Ouvrir le scrutin secret sur les écrans',
  'secret.no_scripts':
    'Sans script, ou hors d’une connexion chiffrée, cet appareil ne peut ni ouvrir ni dépouiller un scrutin secret\u00A0: il se tient sur papier.',
  'secret.no_scripts_member':
    'Cet appareil ne peut pas voter en secret\u00A0: il lui faut un navigateur avec scripts et une connexion chiffrée. Votez sur papier, ou sur un autre appareil.',
  'secret.by_scripts':
    'Un scrutin secret s’ouvre sur un appareil qui garde la clé de l’urne\u00A0: ouvrez-le depuis l’écran de la séance, ou tenez-le sur papier.',
  'secret.named': 'Ce vote est nominal\u00A0: il ne se rend pas sous enveloppe.',
  'secret.not_named': 'Ce vote est secret\u00A0: il se rend sans nom, et se dépouille.',
  'secret.title': 'Votre bulletin secret',
  'secret.preparing': 'Votre appareil prépare votre bulletin…',
  'secret.help':
    'Votre choix est scellé sur cet appareil et envoyé sans votre nom. Une fois rendu, il ne se change plus.',
  'secret.send': 'Mettre dans l’urne',
  'secret.sure': 'Vous votez\u00A0: {choice}. Une fois dans l’urne, ce bulletin ne se change plus.',
  'secret.back': 'Changer',
  'secret.choose_first': 'Choisissez d’abord.',
  'secret.blank': 'Bulletin blanc',
  'secret.most': '{most, plural, one {Un choix.} other {Jusqu’à # choix.}}',
  'secret.done':
    'Votre bulletin est dans l’urne. Son numéro\u00A0: {number}. Notez-le pour le retrouver après le dépouillement.',
  'secret.failed':
    'Votre bulletin n’a pas pu être rendu\u00A0: {why} Réessayez, ou signalez-le à qui tient le procès-verbal.',
  'secret.retry': 'Réessayer',
  'secret.given_before':
    'Un bulletin vous a été remis sur un autre appareil\u00A0: votez là, ou signalez-le perdu à qui tient le procès-verbal.',
  'secret.closed':
    'Ce scrutin est clos. Si votre bulletin était dans l’urne, son numéro est dans la liste des bulletins comptés.',
  'secret.too_often': 'Ce bulletin arrive trop souvent. Réessayez dans quelques secondes.',
  'secret.no_paper': 'Ce bulletin n’a pas été remis pour ce vote.',
  'secret.cast_before': 'Ce bulletin est déjà dans l’urne.',
  'secret.none_given': 'Aucun bulletin n’est remis à ce membre.',
  'secret.wrong_key':
    'Cette clé n’ouvre pas cette urne\u00A0: elle est sur l’appareil qui a ouvert le scrutin.',
  'secret.missing':
    '{count, plural, one {Un bulletin remis n’est pas dans l’urne} other {# bulletins remis ne sont pas dans l’urne}}\u00A0: attendez, ou notez qui ne peut pas rendre le sien.',
  'secret.too_many':
    'L’urne contient {count, plural, one {un bulletin} other {# bulletins}} de trop, pour {lost, plural, one {un bulletin noté perdu} other {# bulletins notés perdus}}\u00A0: ce scrutin ne peut être compté. Abandonnez-le et recommencez.',
  'secret.forged':
    'Un bulletin de l’urne a été changé\u00A0: ce scrutin ne peut être compté. Abandonnez-le et prévenez qui administre la plateforme.',
  'secret.one_by_hand':
    'Un seul bulletin sur papier dirait de qui il est\u00A0: que ce membre vote sur un autre appareil, ou recommencez sur papier.',
  'secret.alone':
    '{who} n’a pas de bulletin sur un appareil. Un seul bulletin sur papier, dans une urne à part, dirait ce qu’il contient\u00A0: cette personne se connecte sur un autre appareil, celui d’un membre qui a voté par exemple, et y vote\u00A0; ou abandonnez ce vote et recommencez sur papier, pour tous.',
  'secret.one_in_box':
    'Un seul bulletin dans l’urne des appareils dirait de qui il est\u00A0: abandonnez ce vote et recommencez sur papier.',
  'secret.progress':
    '{cast, plural, =0 {Aucun bulletin} one {# bulletin} other {# bulletins}} dans l’urne, {given, plural, =0 {aucun remis} one {# remis} other {# remis}}',
  'secret.who': 'Bulletins remis',
  'secret.given': 'remis',
  'secret.not_given': 'pas encore',
  'secret.mark':
    'Empreinte du scrutin\u00A0: {mark}. Elle est la même sur tous les écrans\u00A0; si la vôtre diffère, ne votez pas.',
  'secret.has_paper':
    'Un bulletin secret lui a été remis pour le point {number}\u00A0: notez son départ à un point suivant, ou d’abord que ce bulletin ne rentrera pas.',
  'secret.lost': 'Un bulletin ne peut pas être rendu',
  'secret.lost_help':
    'L’appareil est en panne, ou la personne est partie. Son nom est noté\u00A0; elle peut prendre un autre bulletin sur un autre appareil, ou voter sur papier.',
  'secret.lost_save': 'Noter que ce bulletin ne rentrera pas',
  'secret.lost_noted': 'C’est noté.',
  'secret.count': 'Dépouiller',
  'secret.count_help':
    'L’urne s’ouvre avec la clé gardée par l’appareil qui a ouvert le scrutin. Les bulletins rendus sur papier s’ajoutent ici.',
  'secret.key': 'Clé de l’urne',
  'secret.key_help':
    'Cet appareil la remplit s’il a ouvert le scrutin. Gardez-en une copie jusqu’au dépouillement.',
  'secret.papers': 'Bulletins valables sur papier',
  'secret.by_hand': '{answer}, sur papier',
  'secret.by_hand_blank': 'Blancs, sur papier',
  'secret.by_hand_invalid': 'Nuls, sur papier',
  'secret.counted': 'Le scrutin est dépouillé et enregistré.',
  'secret.stands':
    'Ce scrutin fut dépouillé avec l’urne des appareils\u00A0: il ne se recompte pas. Reprenez-le d’abord, puis votez de nouveau.',
  'secret.numbers': 'Bulletins comptés',
  'secret.numbers_help':
    'Cherchez le numéro de votre bulletin\u00A0: il est compté s’il est dans cette liste. Elle ne dit pas ce que chacun a voté.',
  'secret.yours': 'Le numéro de votre bulletin, {number}, est dans la liste.',
} as const
