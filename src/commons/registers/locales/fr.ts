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
  import: 'Importer une liste',
  import_columns:
    'La première ligne nomme les colonnes, dans l’ordre de votre choix\u00A0: {columns}.',
  import_file: 'Liste (CSV ou XLSX)',
  import_hint:
    'Un classeur Excel (sa première feuille) ou une liste enregistrée au format CSV\u00A0; 5\u00A0000 lignes au plus.',
  import_look: 'Vérifier la liste',
  import_unread:
    'Ces colonnes ne sont pas lues, car elles suivent du dossier ou ne tiennent pas dans une cellule\u00A0: {columns}.',
  import_counts:
    '{good, plural, =0 {Aucun dossier ne peut être écrit} one {# dossier sera écrit} other {# dossiers seront écrits}}{bad, plural, =0 {.} one {\u00A0; # ligne est à corriger.} other {\u00A0; # lignes sont à corriger.}} Rien n’est encore enregistré.',
  import_to_correct:
    '{count, plural, one {# ligne est à corriger} other {# lignes sont à corriger}}\u00A0: corrigez la liste, ou laissez-les de côté (leave_out).',
  import_model: 'Télécharger un modèle (CSV)',
  import_model_name: 'modele',
  import_tick:
    '{count, plural, one {# ligne est à corriger} other {# lignes sont à corriger}}\u00A0: cochez cette case pour les laisser de côté, ou choisissez une liste corrigée.',
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
