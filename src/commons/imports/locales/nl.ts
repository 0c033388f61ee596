import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  no_files: 'Kies ten minste één bestand.',
  over: 'Deze import is afgerond of verlopen: begin opnieuw met uw bestanden.',
  steps: 'Stappen van de import',
  'step.files': 'Bestanden',
  'step.check': 'Controle',
  'step.done': 'Import afgerond',
  held: 'Lopende imports',
  held_after: 'na het opladen',
  held_because:
    'De tijd om na te kijken en af te ronden. Verzonden bestanden die nergens meer voor nodig zijn, worden daarna ’s nachts gewist.',
  held_personal: 'wat de verzonden bestanden over personen zeggen',
  'task.forget_expired': 'Vergeten van afgebroken imports',
  list: 'Een lijst importeren',
  columns:
    'De eerste rij benoemt de kolommen, in willekeurige volgorde: {columns}.{count, plural, =0 {} other { Nodig: {needed}.}}',
  model: 'Een model downloaden (CSV)',
  model_name: 'model',
  file: 'Lijst',
  hint: 'Een Excel-werkmap (het eerste blad) of een lijst bewaard als CSV; hoogstens 5000 regels.',
  look: 'Lijst nakijken',
  busy: '{count, plural, one {Eén lijst van uw bestuur wordt} other {# lijsten van uw bestuur worden}} al gelezen of geschreven: probeer opnieuw wanneer er een klaar is.',
  reading: 'De lijst wordt gelezen en nagekeken',
  writing: 'De lijst wordt geschreven',
  begins: 'begint…',
  may_leave:
    'U mag deze pagina verlaten en terugkomen: het werk gaat verder. Mislukt het, dan wordt u verwittigd.',
  not_read: 'Deze lijst wordt nog gelezen.',
  reading_failed: 'De lijst kon niet worden gelezen. Er is niets geschreven.',
  writing_failed: 'De lijst kon niet worden geschreven. Er is niets van geschreven.',
  try_again: 'Opnieuw proberen',
  other_file: 'Een ander bestand kiezen',
  another: 'Nog een lijst importeren',
  written:
    '{count, plural, =0 {Geen rij is geschreven.} one {# rij is geschreven.} other {# rijen zijn geschreven.}}',
  look_again: 'Dit zou deze lijst nu doen.',
  changed: 'Sinds het nakijken is er iets veranderd: er is niets geschreven.',
  counts:
    '{fresh, plural, =0 {Geen rij kan worden toegevoegd} one {# rij wordt toegevoegd} other {# rijen worden toegevoegd}}{known, plural, =0 {} one {; # bedoelt wat er al is} other {; # bedoelen wat er al is}}{alike, plural, =0 {} one {; # lijkt op wat er is} other {; # lijken op wat er is}}{wrong, plural, =0 {} one {; # moet worden verbeterd} other {; # moeten worden verbeterd}}. Er is nog niets opgeslagen.',
  unread:
    'Deze kolommen worden niet gelezen, omdat ze uit het dossier volgen of niet in een cel passen: {columns}.',
  same: 'De gevonden rijen zijn dezelfde',
  same_help: 'Wat er is, krijgt wat de lijst zegt; wat die leeg laat, blijft.',
  others: 'Toch schrijven, ondanks de gelijkenis',
  others_help: '{shown, number} van {count, number}. Wat u niet aanvinkt, wordt niet geschreven.',
  other: 'Rij {number}: ‘{name}’ is niet ‘{words}’',
  all_others: 'Geen van de {count} is waarop ze lijkt: alle schrijven',
  leave_out: 'Te verbeteren rijen weglaten',
  write: '{count, plural, one {# rij schrijven} other {# rijen schrijven}}',
  write_chosen: 'Schrijven wat gekozen is',
  wrong: 'Te verbeteren: {shown, number} van {count, number}',
  known: 'Al aanwezig: {shown, number} van {count, number}',
  alike: 'Lijken op elkaar: {shown, number} van {count, number}',
  preview: 'Wat wordt toegevoegd: {shown, number} van {count, number}',
  row: 'Rij',
  in_list: 'In de lijst',
  there: 'Al aanwezig',
  column: 'Kolom',
  sentence: 'Wat niet klopt',
  to_correct:
    '{count, plural, one {# rij is} other {# rijen zijn}} te verbeteren: vink dit vakje (leave_out) aan om ze weg te laten, of kies een verbeterde lijst.',
  to_confirm:
    '{count, plural, one {# rij bedoelt} other {# rijen bedoelen}} wat er al is: bevestig dat het hetzelfde is (same).',
  nothing: 'Geen rij zou worden geschreven.',
  row_refused: 'Rij {number} (‘{name}’): {sentence}',
  row_of: 'rij {row} van de lijst: {name}',
  'task.read': 'Lezen van een lijst',
  'task.write': 'Schrijven van een lijst',
  left_alike: '{name} heet zoals {other}: de rij wordt niet geschreven (--others schrijft ze).',
  column_lacks: 'De kolom ‘{column}’ ontbreekt.',
  no_day: '‘{text}’ is geen datum.',
  'file.empty': 'Deze lijst heeft geen rij onder de eerste, die de kolommen benoemt.',
  'file.too_many': 'Deze lijst heeft meer dan {most, number} rijen: splits ze op.',
  'file.long_cell':
    'Rij {row, number} heeft een cel van meer dan {most, number} tekens: kort ze in.',
  'file.too_large': 'Dit bestand is groter dan {megabytes} MB: splits de lijst op.',
  'file.broken':
    'Dit bestand is geen CSV-lijst: rond regel {line, number} ontbreekt een aanhalingsteken of staat er een te veel.',
  'file.encoding': 'Dit bestand is geen lijst in tekst: sla ze op als „CSV UTF-8” of als XLSX.',
  'file.unreadable':
    'Deze werkmap kan niet gelezen worden: bewaar ze opnieuw als XLSX, zonder wachtwoord, of als CSV.',
  'file.other_format':
    'Deze werkmap heeft een oud formaat of komt uit een ander programma: bewaar ze als XLSX of CSV.',
  'file.too_much':
    'Dit bestand is te groot: behoud één blad en alleen de nuttige regels en kolommen.',
}
