/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  trade: 'Suivi et publication du plan',
  brings: 'Les versions figées du plan, leur envoi au Conseil, les rapports et la page du citoyen.',
  'kept.versions': '{count, plural, one {# version figée} other {# versions figées}}',
  'kept.published': '{count, plural, one {# copie publiée} other {# copies publiées}}',
  'kept.documents': '{count, plural, one {# rapport imprimé} other {# rapports imprimés}}',
  stops: 'La page du citoyen s’éteint\u00A0: le plan publié ne se lit plus à l’adresse /pst.',
  due: 'dernier jour pour présenter le plan au conseil · {article}',
  'council.title.presentation': '{plan}\u00A0: prise d’acte',
  'council.title.update': '{plan}\u00A0: actualisation',
  'council.title.midterm': '{plan}\u00A0: évaluation à mi-législature',
  'council.title.final': '{plan}\u00A0: évaluation de fin de législature',
  'council.law':
    'Vu le Code de la démocratie locale et de la décentralisation, notamment l’article L1123-27, §\u00A02\u00A0;',
  'council.ground.presentation':
    'Considérant que le Collège présente au Conseil le {plan}, arrêté le {date}\u00A0;',
  'council.ground.update': 'Considérant que le {plan} a été actualisé le {date}\u00A0;',
  'council.ground.midterm':
    'Considérant que le Collège soumet l’évaluation à mi-législature du {plan}, établie le {date} sur la base du rapport du comité de direction\u00A0;',
  'council.ground.final':
    'Considérant que le Collège soumet l’évaluation de fin de législature du {plan}, établie le {date} sur la base du rapport du comité de direction\u00A0;',
  'council.print': 'Considérant que la version figée porte l’empreinte SHA-256 {hash}\u00A0;',
  'council.report': 'Considérant le rapport suivant\u00A0:',
  'council.decision.presentation':
    '{organ} prend acte du {plan}, qui sera publié conformément à l’article L1133-1 du Code et transmis au Gouvernement.',
  'council.decision.update': '{organ} prend acte de l’actualisation du {plan}.',
  'council.decision.midterm': '{organ} prend acte de l’évaluation à mi-législature du {plan}.',
  'council.decision.final': '{organ} prend acte de l’évaluation de fin de législature du {plan}.',
  'council.sent_already': 'Cette version est déjà partie au Conseil.',
  'council.no_council': 'Cette administration n’a pas de Conseil.',
  'council.no_cpas_council':
    'Ce plan est celui du CPAS\u00A0: cette administration n’a pas de Conseil de l’action sociale.',
  'council.no_service':
    'Vous n’écrivez de points pour aucun service\u00A0: demandez à y être éditeur ou chef.',
  'version.broken_html': 'Le texte du rapport est abîmé.',
} as const
