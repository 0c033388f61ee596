export const fr = {
  edit: 'Modifier',
  facts: 'En bref',
  history: 'Historique',
  legal_time: 'Temps légal',
  published: 'Cette version est publique.',
  unpublished: 'Cette version n’est plus publique.',
  saved: 'C’est enregistré.',
  not_editable: 'Dans cet état, ce n’est pas à vous de modifier ce dossier.',
  asked: 'Le document se prépare\u00A0: il paraîtra ici.',
  'make.pdf': 'Établir en PDF',
  'make.docx': 'Établir en DOCX',
  'make.ods': 'Établir en ODS',
} as const
