export const fr = {
  'task.exchange': 'Échanger le plan avec eComptes',
  'task.exchange.steps':
    'Sur le plan, onglet «\u00A0eComptes\u00A0»\u00A0: déposez le fichier reçu, répondez à ce qu’il demande, importez.\nPour l’envoyer, vérifiez d’abord ce que la Région refuserait\u00A0: la page le dit, ligne par ligne.',
  brings: 'L’export du plan vers eComptes et l’import du fichier qui en revient.',
  'kept.articles': '{count, plural, one {# article budgétaire} other {# articles budgétaires}}',
  'kept.projections': '{count, plural, one {# projection} other {# projections}}',
  stops:
    'Le plan ne s’échange plus avec eComptes, et les montants qui en viennent ne se montrent plus.',
  more_faults: 'Et {count, number} autres fautes.',
  not_recognised: 'Le document importé n’est pas reconnu comme une exportation eComptes valide.',
  too_large: 'Le fichier est trop grand pour une exportation eComptes.',
  doctype: 'Le fichier contient une déclaration DOCTYPE, que ce format ne connaît pas.',
  not_xml: 'Ligne {line}\u00a0: ce n’est pas du XML, ou le fichier est abîmé à cet endroit.',
  foreign_root:
    'Ligne {line}\u00a0: le document commence par «\u00a0{name}\u00a0»\u00a0; une exportation eComptes commence par «\u00a0dataroot\u00a0».',
  wrong_version:
    'Ligne {line}\u00a0: la version du format est «\u00a0{found}\u00a0»\u00a0; seule la version «\u00a0{known}\u00a0» est connue.',
  no_id: 'Ligne {line}\u00a0: l’élément «\u00a0{element}\u00a0» n’a pas d’identifiant (ElementId).',
  id_twice:
    'Ligne {line}\u00a0: l’identifiant «\u00a0{id}\u00a0» est déjà celui de l’élément de la ligne {first}.',
  no_attribute:
    'Ligne {line}\u00a0: l’élément «\u00a0{element}\u00a0» n’a pas d’attribut «\u00a0{attribute}\u00a0».',
  other_expected:
    'Ligne {line}\u00a0: l’élément «\u00a0{element}\u00a0» n’est pas à sa place\u00a0; ici vient\u00a0: {expected}.',
  not_expected: 'Ligne {line}\u00a0: l’élément «\u00a0{element}\u00a0» n’est pas à sa place.',
  incomplete:
    'Ligne {line}\u00a0: l’élément «\u00a0{element}\u00a0» est incomplet\u00a0; il y manque\u00a0: {expected}.',
  too_long:
    'Ligne {line}\u00a0: le texte de «\u00a0{element}\u00a0» compte {length} caractères\u00a0; {most} au plus sont permis.',
  bad_value:
    'Ligne {line}\u00a0: «\u00a0{value}\u00a0» n’est pas une valeur permise pour «\u00a0{element}\u00a0».',
  bad_amount:
    'Ligne {line}\u00a0: le montant «\u00a0{value}\u00a0» a plus de deux décimales, ou est trop grand.',
  out_of_reach:
    'Ligne {line}\u00a0: «\u00a0{value}\u00a0» de «\u00a0{element}\u00a0» dépasse ce qui peut être repris.',
  otherwise: 'Ligne {line}\u00a0: le fichier ne suit pas le format ({message}).',
  'account.articles': 'Articles budgétaires (eComptes)',
  'account.projections': 'Projections (eComptes)',
  'account.code': 'Article',
  'account.service': 'Service',
  'account.label': 'Libellé',
  'account.group': 'Groupe économique',
  'account.OR': 'Recette ordinaire',
  'account.OD': 'Dépense ordinaire',
  'account.ER': 'Recette extraordinaire',
  'account.ED': 'Dépense extraordinaire',
  'account.title': 'Budget analytique (eComptes)',
  'account.amount': 'Montant',
  picture: '[Image\u00A0: {alt}]',
  'permission.exchange': 'Échanger le plan avec eComptes',
  unfit:
    'Le programme stratégique n’est connu ici que pour les communes et les CPAS (CDLD L1123-27, loi organique art. 27ter).',
}
