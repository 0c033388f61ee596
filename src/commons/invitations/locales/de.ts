import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  lead: 'Wer noch keinen Zugang hat, und welche Einladungen versandt wurden. Eine Einladung enthält einen Link zur Wahl eines Passworts; er gilt sieben Tage.',
  kept: 'Es ist kein Mailserver eingerichtet: Einladungen würden nicht versandt. Richten Sie zuerst einen ein, oder übergeben Sie jeder Person einen Link von ihrer Seite aus.',
  look_again: 'Neu ansehen',
  many: 'Mehrere Personen einladen',
  effect:
    '{count, plural, =0 {Niemand würde eingeladen} one {Eine Person würde eingeladen} other {# Personen würden eingeladen}}{left, plural, =0 {.} one {; eine bleibt beiseite.} other {; # bleiben beiseite.}}',
  later:
    'Höchstens {most} Einladungen gehen auf einmal ab: {later, plural, one {eine Person bleibt} other {# Personen bleiben}} für das nächste Mal.',
  again: 'Auch jenen schreiben, deren Einladung noch gilt (der alte Link gilt dann nicht mehr)',
  left: 'Beiseite gelassen: {count}',
  follow: 'Würden eingeladen: {count}',
  note: 'Bemerkung',
  returned: 'Eine Nachricht an diese Adresse kam am {at} zurück.',
  in_already: '{name} kann sich bereits anmelden.',
  waits: '{name} hat eine noch gültige Einladung (vom {day}).',
  do: '{count, plural, one {Diese Person einladen} other {# Personen einladen}}',
  done: 'Die Einladungen gehen ab. Hier steht, was daraus wird.',
  done_kept:
    'Es ist kein Mailserver eingerichtet: Die Einladungen sind geschrieben und gehen nicht ab.',
  nobody: 'Keine dieser Personen kann eingeladen werden.',
  changed: 'So sähe es jetzt aus.',
  chosen_none: 'Wählen Sie zuerst Personen in der Liste.',
  gone: 'Nicht mehr im Verzeichnis',
  rounds: 'Versandaktionen',
  rounds_none: 'Noch wurden nicht mehrere Personen zugleich eingeladen.',
  round_sent: '{count, plural, one {Eine Einladung} other {# Einladungen}}',
  round_by: '{name}, {at}',
  round_of: 'Einladungen vom {day}',
  round_facts:
    '{sent, plural, one {Eine Einladung} other {# Einladungen}} von {name}, {came, plural, =0 {noch niemand kam} one {eine Person kam} other {# Personen kamen}}{left, plural, =0 {.} one {; eine beiseite gelassen.} other {; # beiseite gelassen.}}',
  round_later:
    '{count, plural, one {Eine Person wartet} other {# Personen warten}} auf den nächsten Versand.',
  round_message: 'Nachricht',
  'mail.waiting': 'wartet auf Versand',
  'mail.sent': 'versandt',
  'mail.refused': 'vom Server abgelehnt',
  'mail.kept': 'geschrieben, nicht versandt',
  'mail.returned': 'zurückgekommen',
  'mail.forgotten': 'seither gelöscht',
}
