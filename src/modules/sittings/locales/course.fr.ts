/** What happens in a sitting besides who comes and goes, and how each was at each point. */
export const courseFr = {
  'movement.reason': 'Motif',
  'movement.reason_help': 'Lu par qui note les séances\u00A0; le procès-verbal ne le dit pas.',
  'incident.title': 'Suspensions, public et présidence',
  'incident.during': 'pendant le point {number}',
  'incident.is_during': 'Pendant la discussion du point, et non avant lui',
  'incident.point_help': 'Cela se passe avant ce point, sauf s’il est dit que c’est pendant.',
  'incident.said.suspended':
    '{by, select, somebody {À la demande de {who}, la séance est suspendue} other {La séance est suspendue}} {over, select, yes {de {hour} à {until}} other {à {hour}}} ({reason}).',
  'incident.said.persons':
    '{when, select, at {À {hour}, une} other {Une}} question de personnes étant soulevée, le huis clos est prononcé ({article}) et le public se retire.',
  'incident.said.public_order':
    '{when, select, at {À {hour}, le} other {Le}} huis clos est décidé par {votes, plural, one {# membre présent} other {# membres présents}}, dans l’intérêt de l’ordre public et en raison d’inconvénients graves ({article})\u00A0; le public se retire.',
  'incident.said.readmitted': '{when, select, at {À {hour}, le} other {Le}} public est réadmis.',
  'incident.said.presides':
    '{when, select, at {À partir de {hour}, {who} préside} other {{who} préside à partir de ce point}}, {how, select, rank {par ordre de préséance} other {par désignation ({reason})}}.',
  'incident.said.keeps':
    '{when, select, at {À partir de {hour}, {who} tient le procès-verbal} other {{who} tient le procès-verbal à partir de ce point}}, {how, select, rank {par ordre de préséance} other {par désignation ({reason})}}.',
  'suspension.note': 'Suspendre la séance',
  'suspension.now': 'La séance est suspendue',
  'suspension.at': 'Suspendue à',
  'suspension.until': 'Reprise à',
  'suspension.until_help':
    'À laisser vide tant que la séance n’a pas repris\u00A0: rien ne se vote ni ne se décide avant.',
  'suspension.by': 'À la demande de',
  'suspension.nobody': 'La présidence, de son propre chef',
  'suspension.reason': 'Pourquoi',
  'suspension.resume': 'Reprendre la séance',
  'suspension.resumed': 'La séance a repris.',
  'suspension.open': 'La séance est suspendue\u00A0: notez d’abord quand elle a repris.',
  'public.note': 'Le public se retire (huis clos)',
  'public.readmit': 'Le public est réadmis',
  'public.ground': 'Pourquoi',
  'public.persons': 'Question de personnes, prononcé par la présidence ({article})',
  'public.order': 'Ordre public, décidé par les membres présents ({article})',
  'public.votes': 'Membres qui le décident',
  'public.votes_help': 'Pour l’ordre public seulement\u00A0: il en faut {needed} ({article}).',
  'public.closed':
    'Les séances de cet organe se tiennent à huis clos ({article})\u00A0: il n’y a pas de public.',
  'public.no_rule':
    'Aucune règle connue ne permet à cet organe de décider le huis clos pour l’ordre public.',
  'public.too_few': 'Il faut que {needed} des {present} membres présents le décident ({article}).',
  'decides.public_in':
    'Le point {number} est du huis clos et le public est réadmis\u00A0: notez d’abord qu’il se retire.',
  'decides.public_out':
    'Le point {number} est de la séance publique et le public s’est retiré\u00A0: notez d’abord qu’il est réadmis.',
  'replaced.note.presides': 'Quelqu’un d’autre préside à partir d’un point',
  'replaced.note.keeps': 'Quelqu’un d’autre tient le procès-verbal à partir d’un point',
  'replaced.how': 'Comment',
  'replaced.by.rank': 'Par ordre de préséance',
  'replaced.by.designation': 'Par désignation',
  'replaced.reason': 'Désigné·e par',
  'replaced.reason_help':
    'Nécessaire pour une désignation\u00A0: «\u00A0l’assemblée\u00A0», «\u00A0le bourgmestre, par écrit du 3 juin\u00A0».',
  'replaced.by_whom': 'Dites par qui cette personne est désignée.',
  'replaced.no_rule': 'Aucune règle de remplacement n’est connue pour cet organe à cette date.',
  'replaced.not_so': 'Le remplacement ne se fait pas ainsi ({article}).',
  'replaced.not_first':
    'Un membre présent la précède au tableau\u00A0: choisissez-le, ou dites par qui elle est désignée ({article}).',
  'away.presides':
    '{who} préside et ne prend pas part à ce point\u00A0: notez d’abord qui préside à sa place.',
  'away.keeps':
    '{who} tient le procès-verbal et ne prend pas part à ce point\u00A0: notez d’abord qui le tient à sa place.',
  'fault.away.presides': '{who} préside au point {number} et n’y prend pas part.',
  'fault.away.keeps': '{who} tient le procès-verbal au point {number} et n’y prend pas part.',
  'fault.hours':
    'L’heure notée au point {number} n’est pas de la séance ou précède ce qui vient avant\u00A0: corrigez-la, ou d’abord celle de l’ouverture ou de la clôture.',
  'fault.public_twice':
    'Au point {number}, le public est noté deux fois sorti, ou deux fois présent.',
  'fault.public_in': 'Le point {number} est du huis clos\u00A0: le public n’y était plus.',
  'fault.public_out':
    'Le point {number} est de la séance publique\u00A0: le public ne s’y retire pas pour une question de personnes.',
  'fault.proxy.turned': 'La procuration de {who} finit avant de commencer.',
  'fault.proxy.twice': '{who} a donné deux procurations pour un même point.',
  'fault.proxy.most':
    '{who} porte plus de procurations que permis\u00A0: {most} au plus ({article}).',
  'proxy.title': 'Procurations',
  'proxy.note': 'Noter une procuration',
  'proxy.giver': 'Qui est représenté',
  'proxy.holder': 'Qui vote à sa place',
  'proxy.statement': 'Écrit',
  'proxy.statement_help':
    '«\u00A0Lettre\u00A0», «\u00A0courriel\u00A0»\u00A0: une procuration se donne par écrit.',
  'proxy.given_on': 'Daté du',
  'proxy.from': 'À partir du point',
  'proxy.until': 'Jusqu’au point, compris',
  'proxy.to_the_end': 'Jusqu’à la fin',
  'proxy.said':
    '{giver} est {civility, select, mr {représenté} mrs {représentée} other {représenté·e}} par {holder} ({statement} du {day}){span, select, from {, à partir du point {from}} between {, du point {from} au point {until}} other {}}.',
  'proxy.by': 'procuration à {who}',
  'proxy.no_rule':
    'Aucune règle de procuration n’est connue pour cet organe\u00A0: chacun y vote pour soi.',
  'proxy.none': 'Dans cet organe nul ne vote pour un autre ({article}).',
  'proxy.no_vote': 'Choisissez un membre qui a voix délibérative.',
  'proxy.oneself': 'On ne se représente pas soi-même.',
  'proxy.later': 'Une procuration est écrite avant la séance ou ce jour-là.',
  'grid.open': 'Présences par point',
  'grid.of': 'Présences par point, {meeting}',
  'grid.title': 'Présences par point',
  'grid.back': 'Présences à l’ouverture',
  'grid.member': 'Membre',
  'grid.there': 'Présent·e',
  'grid.away': 'Absent·e',
  'grid.aside': 'Se retire (L1122-19)',
  'grid.represented': 'Représenté·e',
  'grid.cell': '{who}, point {number}\u00A0: {state}',
  'stretch.note': 'Noter du point… au point…',
  'stretch.there': 'Présent·e',
  'stretch.away': 'Absent·e',
  'stretch.aside': 'Ne prend pas part (intérêt direct)',
  'stretch.from': 'Du point',
  'stretch.until': 'Au point, compris',
  'stretch.turned': 'Le dernier point vient après le premier.',
  'stretch.twice':
    'Une même personne ne peut à la fois entrer avant un point et s’en retirer\u00A0: notez-la présente dès le point d’avant.',
  'stretch.said':
    '{who}\u00A0: {as, select, there {présence} aside {retrait} other {absence}} {several, select, true {du point {first} au point {last}} other {au point {first}}}',
  'law.proxy': 'Procurations',
  'law.president': 'Remplacement de qui préside',
  'law.secretary': 'Remplacement de qui tient le procès-verbal',
  'law.public_order': 'Huis clos pour l’ordre public',
  'applies.proxy': 'procurations d’une séance',
  'applies.president': 'qui préside à partir d’un point',
  'applies.secretary': 'qui tient le procès-verbal à partir d’un point',
  'applies.public_order': 'décision du huis clos',
} as const
