import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  edit: 'Bewerken',
  facts: 'In het kort',
  history: 'Geschiedenis',
  legal_time: 'Wettelijke termijn',
  published: 'Deze versie is openbaar.',
  unpublished: 'Deze versie is niet meer openbaar.',
  saved: 'Opgeslagen.',
  not_editable: 'In deze staat kunt u dit dossier niet wijzigen.',
  asked: 'Het document wordt opgemaakt: het verschijnt hier.',
  'make.pdf': 'Als pdf opmaken',
  'make.docx': 'Als docx opmaken',
  'make.ods': 'Als ods opmaken',
  import: 'Een lijst importeren',
  import_columns: 'De eerste rij benoemt de kolommen, in willekeurige volgorde: {columns}.',
  import_file: 'Lijst (CSV of XLSX)',
  import_hint:
    'Een Excel-werkmap (het eerste blad) of een lijst bewaard als CSV; hoogstens 5000 regels.',
  import_look: 'Lijst nakijken',
  import_unread:
    'Deze kolommen worden niet gelezen, omdat ze uit het dossier volgen of niet in een cel passen: {columns}.',
  import_counts:
    '{good, plural, =0 {Geen dossier kan worden aangemaakt} one {# dossier wordt aangemaakt} other {# dossiers worden aangemaakt}}{bad, plural, =0 {.} one {; # rij moet worden verbeterd.} other {; # rijen moeten worden verbeterd.}} Er is nog niets opgeslagen.',
  import_to_correct:
    '{count, plural, one {# regel moet verbeterd worden} other {# regels moeten verbeterd worden}}: verbeter de lijst, of laat ze weg (leave_out).',
  import_model: 'Een model downloaden (CSV)',
  import_model_name: 'model',
  import_tick:
    '{count, plural, one {# rij is} other {# rijen zijn}} te verbeteren: vink dit vakje aan om ze weg te laten, of kies een verbeterde lijst.',
  import_leave_out: 'Te verbeteren rijen weglaten',
  import_write: '{count, plural, one {# dossier aanmaken} other {# dossiers aanmaken}}',
  import_again: 'Een ander bestand kiezen',
  import_preview: 'Wat wordt aangemaakt: {shown, number} van {count, number}',
  import_wrong: 'Te verbeteren: {shown, number} van {count, number}',
  import_row: 'Rij',
  import_column: 'Kolom',
  import_sentence: 'Wat niet klopt',
  import_done:
    '{count, plural, one {# dossier is aangemaakt.} other {# dossiers zijn aangemaakt.}}',
}
