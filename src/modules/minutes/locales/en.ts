import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  trade: 'Agenda and minutes',
  brings: 'The agenda and the minutes of a meeting, printed as PDF/A.',
  kept: '{count, plural, one {# document} other {# documents}}',
  stops: 'Agenda and minutes are printed no more; meetings have no section “Documents”.',
  tab: 'Documents',

  'document.agenda': 'Agenda',
  'document.minutes': 'Minutes',
  'document.make.agenda': 'Draw up the agenda',
  'document.make.minutes': 'Draw up the minutes',
  'document.asked': 'The document is being prepared.',
  'document.minutes_before_session': 'The minutes are drawn up once the meeting is open.',

  'signs.mr': 'The {title},',
  'signs.mrs': 'The {title},',

  'print.date': 'Date',
  'print.time': 'Time',
  'print.place': 'Place',
  'print.opened': 'Opened',
  'print.closed': 'Closed',
  'print.attendance': 'Attendance',
  'print.president': 'Presiding',
  'print.secretary': 'Secretary',
  'print.present': 'Present',
  'print.excused': 'Apologies',
  'print.absent': 'Absent',
  'print.empty': 'No items are entered.',
  'print.convocation': 'You are summoned to the meeting to be held on {date} at {time}, {place}.',
  'print.convocation_no_place': 'You are summoned to the meeting to be held on {date} at {time}.',
  'print.decides': 'DECIDES',
  'print.closing': 'The agenda being completed, the meeting is closed.',
  'print.by_organ': 'By {organ},',
  'print.not_recorded': 'not recorded',
  'print.huis_clos': 'The president declares the closed session (CDLD L1122-21).',
}
