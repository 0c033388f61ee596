import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Aufbewahrung',
  lead: 'Was Ihre Verwaltung hier aufbewahrt, wie lange und warum: der Stoff Ihres Verzeichnisses der Verarbeitungstätigkeiten (DSGVO, Art. 30).',
  what: 'Was',
  keep: 'Wie lange',
  because: 'Warum',
  personal: 'Angaben zu Personen',
  unverified: 'zu prüfen',
  always: 'unbegrenzt',
  with_dossier: 'so lange wie ihre Akte',
  after: '{period} {what}',
  years: '{count, plural, one {# Jahr} other {# Jahre}}',
  months: '{count, plural, one {# Monat} other {# Monate}}',
  days: '{count, plural, one {# Tag} other {# Tage}}',
}
