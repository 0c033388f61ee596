import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Retention',
  lead: 'What your authority holds here, how long and why: the matter of your record of processing (GDPR, art. 30).',
  what: 'What',
  keep: 'How long',
  because: 'Why',
  personal: 'Data about persons',
  unverified: 'to be verified',
  always: 'without end',
  with_dossier: 'as long as their file',
  after: '{period} {what}',
  years: '{count, plural, one {# year} other {# years}}',
  months: '{count, plural, one {# month} other {# months}}',
  days: '{count, plural, one {# day} other {# days}}',
}
