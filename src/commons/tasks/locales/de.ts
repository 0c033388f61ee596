import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Zu bearbeiten',
  lead: '{count, plural, =0 {jetzt wartet nichts auf Sie} one {# Akte wartet auf Sie} other {# Akten warten auf Sie}}',
  'lead.late': '{count, plural, =0 {} other {# überfällig}}',
  'lead.today': '{count, plural, =0 {} other {# für heute}}',
  'lead.tomorrow': '{count, plural, =0 {} other {# für morgen}}',
  empty: 'Von Ihnen wird nichts verlangt. Akten, die Sie brauchen, werden hier erscheinen.',
  nothing_now: 'Hier eilt nichts.',
  kinds: 'Was wartet, nach Art',
  all: 'Alles',
  kind_wrong: '„{kind}“ ist keine Art von Vorgang: hier ist alles, was auf Sie wartet.',
  since: 'seit {date}',
  'section.late': 'Überfällig',
  'section.today': 'Heute',
  'section.tomorrow': 'Morgen, {day}',
  'section.week': 'Bis {day}',
  'section.none': 'Ohne Frist',
  'section.later': 'Später',
  later:
    'Später: {count, plural, one {eine Frist, am {date}; sie erscheint} other {# Fristen, die erste am {date}; jede erscheint}} sieben Tage vorher wieder.',
  'later.show': 'Sehen, was später kommt',
  back: 'Zurück zu dem, was zuerst kommt',
  shown: '{shown, number} von {total, number}',
  all_shown:
    '{later, plural, =0 {{total, plural, =0 {Nichts angezeigt} one {Eine Akte, angezeigt} other {Alle # Akten werden angezeigt}}} other {{total, plural, one {# angezeigt} other {# angezeigt}}, # später}}',
  'coming.more': 'Die ersten {count, number}; weitere folgen.',
  coming: 'Nächste Sitzungen',
  'group.decide': 'Beschließen',
  'group.citizens': 'Bürger',
  'group.territory': 'Gebiet',
  'group.steer': 'Steuern',
}
