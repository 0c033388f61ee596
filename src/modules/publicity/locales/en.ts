import type { agentsFr, fr } from './fr.ts'

export const agentsEn: Record<keyof typeof agentsFr, string> = {
  'projects.done.remind': 'reminded of drafts to publish',
  'task.remind': 'Reminder of drafts to publish',
  missing: 'Drafts to publish',
  'missing.count': '{count, plural, one {# item is not public} other {# items are not public}}',
  'told.ahead':
    '{meeting}: {count, plural, one {# draft is} other {# drafts are}} to be published by {day}.',
  'told.day':
    '{meeting}: last day to publish {count, plural, one {# draft} other {# drafts}}, {day}.',
  'told.missed':
    '{meeting}: {count, plural, one {# draft was} other {# drafts were}} to be public by {day}. Publish now: the delay will be read in the report of the year.',
  'setting.days_ahead': 'Reminder of drafts to publish, days before the last one',
  'setting.days_ahead.help':
    'Those who publish are told on that day, on the last day, and once it is over.',
  'filter.of': 'The meetings',
  'filter.any': 'of all organs',
  organ: 'Organ',
  how: 'Dates are those of published copies, of those that were withdrawn since too. An item that was added as urgent counts among those that are not on time.',
  names: 'Who voted what',
  'names.still':
    '{organ} says no more who voted what, but {count, plural, one {# public meeting does} other {# public meetings do}} still: {meetings}. Publish them anew: their older copies will be withdrawn too.',
  'names.done.remain': 'pointed out that copies still say who voted what',
  see_public: 'See the public page',
}

export const en: Record<keyof typeof fr, string> = {
  title: 'Published on time',
  report: 'Published on time in {year}',
  lead: 'The law wants drafts of decisions of municipal and provincial councils to be read before the meeting. Here is, meeting by meeting, when they were public and when the decisions were.',
  how_public:
    'Dates are those of published copies, which change no more. Meetings of which nothing is public are not here. An item that was added as urgent counts among those that are not on time.',
  tally:
    '{inTime, plural, =0 {No meeting on time} one {# meeting on time} other {# meetings on time}}, {late, plural, =0 {none late} other {# late}}.',
  none: 'No meeting that year.',
  meeting: 'Meeting',
  due: 'To be published by',
  article: 'Rule',
  first: 'Drafts public from',
  verdict: 'Drafts',
  'verdict.in_time': 'on time',
  'verdict.late': 'not on time',
  'verdict.late_by': '{days, plural, one {# day late} other {# days late}}',
  'verdict.waits': 'not due yet',
  'verdict.cancelled': 'meeting cancelled',
  'verdict.not_asked': 'no deadline followed here',
  in_time: 'Items on time',
  asked: 'Items to publish',
  withheld: 'Items kept back',
  reasons: 'Why',
  reason: '{why} ({count})',
  decisions: 'Public decisions',
  decision_days: 'Days after the meeting',
  csv: 'The same table, for a spreadsheet or a program (CSV)',
  years: 'Years',
  year_before: 'Year before',
  year_after: 'Year after',
}
