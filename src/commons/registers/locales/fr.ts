export const fr = {
  edit: 'Modifier',
  facts: 'En bref',
  history: 'Historique',
  saved: 'C’est enregistré.',
  not_editable: 'Dans cet état, ce n’est pas à vous de modifier ce dossier.',
  asked: 'Le document se prépare\u00A0: il paraîtra ici.',
  'make.pdf': 'Établir en PDF',
  'make.docx': 'Établir en DOCX',
  'make.ods': 'Établir en ODS',
  import: 'Importer une liste',
  import_columns:
    'La première ligne nomme les colonnes, dans l’ordre de votre choix\u00A0: {columns}.',
  import_file: 'Liste (CSV)',
  import_hint:
    'Enregistrée depuis un tableur au format CSV\u00A0; 5\u00A0000 lignes et 10\u00A0Mo au plus.',
  import_look: 'Vérifier la liste',
  import_counts:
    '{good, plural, =0 {Aucun dossier ne peut être écrit} one {# dossier sera écrit} other {# dossiers seront écrits}}{bad, plural, =0 {.} one {\u00A0; # ligne est à corriger.} other {\u00A0; # lignes sont à corriger.}} Rien n’est encore enregistré.',
  import_leave_out: 'Laisser de côté les lignes à corriger',
  import_write: '{count, plural, one {Écrire # dossier} other {Écrire # dossiers}}',
  import_again: 'Choisir un autre fichier',
  import_preview: 'Ce qui sera écrit\u00A0: {shown, number} sur {count, number}',
  import_wrong: 'À corriger\u00A0: {shown, number} sur {count, number}',
  import_row: 'Ligne',
  import_column: 'Colonne',
  import_sentence: 'Ce qui ne va pas',
  import_done: '{count, plural, one {# dossier est écrit.} other {# dossiers sont écrits.}}',
} as const
