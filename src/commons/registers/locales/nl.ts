import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  edit: 'Bewerken',
  facts: 'In het kort',
  history: 'Geschiedenis',
  saved: 'Opgeslagen.',
  not_editable: 'In deze staat kunt u dit dossier niet wijzigen.',
  asked: 'Het document wordt opgemaakt: het verschijnt hier.',
  'make.pdf': 'Als pdf opmaken',
  'make.docx': 'Als docx opmaken',
  'make.ods': 'Als ods opmaken',
  import: 'Een lijst importeren',
  import_columns: 'De eerste rij benoemt de kolommen, in willekeurige volgorde: {columns}.',
  import_file: 'Lijst (CSV)',
  import_hint: 'Vanuit een rekenblad opgeslagen als CSV; hoogstens 5.000 rijen en 10 MB.',
  import_look: 'Lijst nakijken',
  import_counts:
    '{good, plural, =0 {Geen dossier kan worden aangemaakt} one {# dossier wordt aangemaakt} other {# dossiers worden aangemaakt}}{bad, plural, =0 {.} one {; # rij moet worden verbeterd.} other {; # rijen moeten worden verbeterd.}} Er is nog niets opgeslagen.',
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
