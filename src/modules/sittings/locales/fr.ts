/** Who was there and what happened while an organ sat, as pages and minutes say it. */
export const fr = {
  'task.sit': 'Tenir une séance et noter les votes',
  'task.sit.steps':
    'Notez les présences et qui préside, puis ouvrez la séance.\nPour chaque point\u00A0: l’unanimité d’un bouton, ou le vote de chacun.\nCorrigez les heures avant de clore\u00A0: elles sont des faits, pas l’instant du clic.',
  tab: 'Présences',
  'attendance.title': 'Présences',
  'attendance.present': 'Présent·e',
  'attendance.excused': 'Excusé·e',
  'attendance.absent': 'Absent·e',
  'attendance.save': 'Enregistrer les présences',
  'attendance.all': 'Tous présents',
  'attendance.saved': 'Les présences sont enregistrées.',
  'attendance.not_now':
    'Les présences se notent une fois l’ordre du jour arrêté, avant la clôture.',
  'attendance.unknown': 'Les présences ne sont pas encore notées.',
  'quorum.said':
    '{present, plural, one {# membre présent} other {# membres présents}} sur {inOffice} en fonction\u00A0; il en faut {required} ({article})',
  'attendance.quorum': 'Quorum',
  'attendance.quorum_met':
    '{present} présents sur {inOffice} en fonction\u00A0; {required} suffisent.',
  'attendance.quorum_missed':
    '{present} présents sur {inOffice} en fonction\u00A0: il en faut {required}.',
  'attendance.imported': 'Présences selon la séance importée',
  'officers.title': 'Bureau de la séance',
  'officers.presides': 'Préside',
  'officers.keeps': 'Tient le procès-verbal',
  'officers.choose': 'Choisir',
  'officers.cannot':
    'Qui tient cet office siège dans l’organe ce jour-là\u00A0; qui préside y a voix délibérative.',
  'officers.needed': 'Notez dans les présences qui préside et qui tient le procès-verbal.',
  'hours.title': 'Heures',
  'hours.opened': 'Ouverture',
  'hours.closed': 'Clôture',
  'hours.unsaid': 'pas encore notée',
  'hours.closed_help': 'Une heure d’avant l’ouverture est celle de la nuit qui suit.',
  'hours.wrong.not_yet': 'La séance n’est pas encore ouverte.',
  'hours.wrong.not_closed': 'La séance n’est pas encore close.',
  'hours.wrong.future': 'Cette heure n’est pas encore venue.',
  'hours.wrong.turned': 'La séance s’ouvre avant d’être close.',
  'hours.correct': 'Corriger les heures',
  'hours.save': 'Enregistrer les heures',
  'hours.saved': 'Les heures sont enregistrées.',
  'movement.title': 'Entrées, sorties et retraits',
  'movement.note': 'Noter une entrée, une sortie ou un retrait',
  'movement.who': 'Qui',
  'movement.what': 'Ce qui se passe',
  'movement.what_help':
    'Se retire qui a un intérêt direct au point\u00A0: il n’y compte ni pour le quorum ni pour le vote.',
  'movement.point': 'Point',
  'movement.point_help': 'On entre ou on sort avant ce point\u00A0; on se retire pour lui seul.',
  'movement.hour': 'Heure',
  'movement.choose': 'Choisir',
  'movement.save': 'Noter',
  'movement.saved': 'C’est noté.',
  'movement.remove': 'Effacer',
  'movement.removed': 'C’est effacé\u00A0; l’historique le garde.',
  'movement.kind.arrives': 'Entre en séance',
  'movement.kind.leaves': 'Quitte la séance',
  'movement.kind.withdraws': 'Se retire pour ce point',
  'movement.said.arrives': '{who} entre en séance{when, select, none {} other { à {hour}}}.',
  'movement.said.leaves': '{who} quitte la séance{when, select, none {} other { à {hour}}}.',
  'movement.said.withdraws':
    '{who} se retire{when, select, none {} other { à {hour}}} et ne prend part ni à la délibération ni au vote.',
  'movement.said.again': '{who} réintègre la séance.',
  'movement.at_point': 'point {number}',
  'movement.not_now': 'Les entrées, sorties et retraits se notent une fois la séance ouverte.',
  'movement.twice': 'Un mouvement de cette personne est déjà noté au point {number}.',
  'movement.anchored':
    'Une entrée ou une sortie est notée à ce point\u00A0: notez-la d’abord à un autre.',
  'urgency.title': 'Urgence',
  'urgency.who': 'Déclarent l’urgence',
  'urgency.declare': 'Noter l’urgence',
  'urgency.declare_all': 'Tous les membres présents',
  'urgency.saved': 'L’urgence est déclarée.',
  'urgency.to_declare':
    'Ce point n’était pas à l’ordre du jour de la convocation\u00A0: {needed} des {present} membres présents doivent en déclarer l’urgence avant qu’il se décide.',
  'urgency.needed':
    'L’urgence de ce point n’est pas déclarée ({article})\u00A0: notez d’abord qui la déclare.',
  'urgency.too_few':
    '{count, plural, =0 {Personne ne la déclare} =1 {Un membre la déclare} other {# membres la déclarent}}\u00A0: il en faut {needed} sur {present} présents ({article}).',
  'urgency.not_late': 'Ce point est à l’ordre du jour\u00A0: il ne demande pas d’urgence.',
  'urgency.no_rule': 'Aucune règle d’urgence n’est connue pour cet organe à cette date.',
  'urgency.said':
    '{count, plural, =1 {L’urgence est déclarée par un membre présent} other {L’urgence est déclarée par # membres présents}}\u00A0: {names}.',
  'lift.quorum_met': 'Le quorum est atteint.',
  'leaving.by_decision':
    'La séance est ouverte\u00A0: un point de son ordre du jour n’en sort que par une décision, que le procès-verbal consigne. Choisissez «\u00A0Reporter\u00A0» ou «\u00A0Retirer\u00A0».',
  'fault.stands': 'Les faits notés se contredisent\u00A0: {fault}',
  'fault.arrives': '{who} est déjà en séance au point {number}.',
  'fault.leaves': '{who} n’est pas en séance au point {number}.',
  'fault.withdraws': '{who} n’est pas en séance au point {number}.',
  'fault.presides': '{who} préside\u00A0: choisissez d’abord qui préside à sa place.',
  'fault.keeps': '{who} tient le procès-verbal\u00A0: choisissez d’abord qui le tient à sa place.',
  'fault.casting':
    'Au point {number}, la voix de qui préside a tranché\u00A0: effacez d’abord ce vote pour que préside quelqu’un d’autre.',
  'fault.urgency': 'L’urgence du point {number} n’est plus déclarée par assez de membres présents.',
  'fault.quorum':
    '{count, plural, =1 {Le point {points} a été décidé} other {Les points {points} ont été décidés}} sans le quorum ({article}).',
  'vote.absent_voter': 'Seuls les membres présents votent.',
  'vote.not_in_session': 'La séance n’est pas ouverte.',
  'vote.decided_already': 'Ce point est déjà décidé ou pas encore à l’ordre du jour.',
  'vote.attendance_needed': 'Notez d’abord les présences.',
  'vote.no_quorum':
    'Le quorum n’est pas atteint\u00A0: {present} présents, il en faut {required} ({article}).',
  'law.quorum': 'Quorum',
  'law.tie_urgency': 'Urgence reconnue avant un partage des voix',
  'applies.quorum': 'présences nécessaires pour voter',
  'applies.urgency': 'déclaration d’urgence des points hors de l’ordre du jour',
  'applies.tie_urgency': 'urgence reconnue avant la discussion',
  'attendance.no_seat': 'Cette personne ne siège pas dans l’organe ce jour-là.',
  'attendance.voted':
    '{count, plural, =1 {A voté sur le point {points}} other {A voté sur les points {points}}}\u00A0: effacez d’abord ce vote, ou rouvrez la décision et votez à nouveau.',
  'attendance.papers':
    '{count, plural, =1 {Sur le point {points}, plus de bulletins sont comptés} other {Sur les points {points}, plus de bulletins sont comptés}} que de membres présents\u00A0: effacez d’abord ce vote.',
  'not_yet.police_college':
    'Au collège de police, chaque bourgmestre dispose d’un nombre de voix (loi du 7 décembre 1998, art. 24)\u00A0: la maison ne le compte pas. Ses points s’y décident «\u00A0sans vote\u00A0».',
  'not_yet.rescue_council':
    'Au conseil de zone, le vote du budget et des comptes est pondéré\u00A0: la maison compte une voix par membre.',
  'not_yet.general_assembly':
    'À l’assemblée générale, les voix suivent les parts et les associés\u00A0: la maison ne les compte pas. Ses points s’y décident «\u00A0sans vote\u00A0».',
  'not_yet.statutes':
    'Quorums et majorités que les statuts fixent autrement ne sont pas des règles ici.',
  'not_yet.unread':
    'Les règles de quorum et de majorité de ses organes sont dans la table du droit, non vérifiées dans le texte coordonné.',
} as const
