/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  'task.freeze': 'Arrêter une version du plan et la présenter au conseil',
  'task.freeze.steps':
    'Sur le plan, onglet des versions\u00A0: arrêtez-en une, elle ne change plus.\nEnvoyez-la au conseil\u00A0: un point est préparé avec son annexe.\nComparez deux versions pour dire ce qui a changé.',
  'task.publish': 'Publier le plan',
  'task.publish.steps':
    'Sur le plan, onglet «\u00A0Publication\u00A0»\u00A0: voyez ce que le public lira, et ce qui est tu.\nPubliez\u00A0: la copie ne change plus, et porte son empreinte et son heure.',
  trade: 'Suivi et publication du plan',
  brings: 'Les versions figées du plan, leur envoi au Conseil, les rapports et la page du citoyen.',
  'kept.versions': '{count, plural, one {# version figée} other {# versions figées}}',
  'kept.published': '{count, plural, one {# copie publiée} other {# copies publiées}}',
  'kept.documents': '{count, plural, one {# rapport imprimé} other {# rapports imprimés}}',
  stops: 'La page du citoyen s’éteint\u00A0: le plan publié ne se lit plus à l’adresse /pst.',
  due: 'dernier jour pour présenter le plan au conseil · {article}',
  'council.title.presentation': '{plan}\u00A0: présentation au Conseil',
  'council.title.update': '{plan}\u00A0: actualisation',
  'council.title.midterm': '{plan}\u00A0: évaluation à mi-législature',
  'council.title.final': '{plan}\u00A0: évaluation de fin de législature',
  'council.law': 'Vu {law}\u00A0;',
  'council.ground.presentation':
    'Considérant que {by, select, college {le Collège présente au Conseil le plan «\u00A0{plan}\u00A0»} other {le plan «\u00A0{plan}\u00A0» est présenté au Conseil}}, arrêté le {date}\u00A0;',
  'council.ground.update':
    'Considérant que le plan «\u00A0{plan}\u00A0» a été actualisé le {date}\u00A0;',
  'council.ground.midterm':
    'Considérant que {by, select, college {le Collège soumet l’évaluation à mi-législature du plan «\u00A0{plan}\u00A0», établie le {date} sur la base du rapport du comité de direction} other {l’évaluation à mi-législature du plan «\u00A0{plan}\u00A0» a été établie le {date}}}\u00A0;',
  'council.ground.final':
    'Considérant que {by, select, college {le Collège soumet l’évaluation de fin de législature du plan «\u00A0{plan}\u00A0», établie le {date} sur la base du rapport du comité de direction} other {l’évaluation de fin de législature du plan «\u00A0{plan}\u00A0» a été établie le {date}}}\u00A0;',
  'council.print': 'Considérant que la version figée porte l’empreinte SHA-256 {hash}\u00A0;',
  'council.report': 'Considérant le rapport suivant\u00A0:',
  'council.decision.takes_note.presentation': '{organ} prend acte du plan «\u00A0{plan}\u00A0».',
  'council.decision.adopts.presentation': '{organ} adopte le plan «\u00A0{plan}\u00A0».',
  'council.then': 'Il sera publié conformément à {article} et transmis au Gouvernement.',
  'council.decision.takes_note.update':
    '{organ} prend acte de l’actualisation du plan «\u00A0{plan}\u00A0».',
  'council.decision.adopts.update': '{organ} adopte l’actualisation du plan «\u00A0{plan}\u00A0».',
  'council.decision.midterm':
    '{organ} prend acte de l’évaluation à mi-législature du plan «\u00A0{plan}\u00A0».',
  'council.decision.final':
    '{organ} prend acte de l’évaluation de fin de législature du plan «\u00A0{plan}\u00A0».',
  'council.sent_already': 'Cette version est déjà partie au Conseil.',
  'council.no_council': 'Cette administration n’a pas de Conseil.',
  'council.no_cpas_council':
    'Ce plan est celui du CPAS\u00A0: cette administration n’a pas de Conseil de l’action sociale.',
  'council.no_service':
    'Vous n’écrivez de points pour aucun service\u00A0: demandez à y être éditeur ou chef.',
  'task.annex': 'Annexe d’un plan à un point du Conseil',
  unfit:
    'Le programme stratégique n’est connu ici que pour les communes et les CPAS (CDLD L1123-27, loi organique art. 27ter).',
} as const
