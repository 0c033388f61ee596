import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'To do',
  lead: '{count, plural, =0 {nothing waits for you now} one {# file waits for you} other {# files wait for you}}',
  'lead.late': '{count, plural, =0 {} other {# late}}',
  'lead.today': '{count, plural, =0 {} other {# for today}}',
  'lead.tomorrow': '{count, plural, =0 {} other {# for tomorrow}}',
  empty: 'Nothing is asked of you. Files that need you will show here.',
  nothing_now: 'Nothing presses here.',
  kinds: 'What waits, by kind',
  all: 'All',
  kind_wrong: '“{kind}” is no kind of dossier: here is all that waits for you.',
  since: 'since {date}',
  'section.late': 'Late',
  'section.today': 'Today',
  'section.tomorrow': 'Tomorrow, {day}',
  'section.week': 'Until {day}',
  'section.none': 'Without a deadline',
  'section.later': 'Later',
  later:
    'Later: {count, plural, one {one deadline, on {date}; it comes} other {# deadlines, the first on {date}; each comes}} back seven days before.',
  'later.show': 'See what comes later',
  back: 'Back to what comes first',
  shown: '{shown, number} of {total, number}',
  all_shown:
    '{later, plural, =0 {{total, plural, =0 {Nothing shown} one {One file, shown} other {All # files are shown}}} other {{total, plural, one {# shown} other {# shown}}, # later}}',
  'coming.more': 'The first {count, number}; others follow.',
  coming: 'Coming meetings',
  'group.decide': 'Decide',
  'group.citizens': 'Citizens',
  'group.territory': 'Territory',
  'group.steer': 'Steer',
}
