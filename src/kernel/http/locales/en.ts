import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'field.required': 'This answer is needed.',
  'field.too_long': 'At most {most, number} characters.',
  'field.at_least': 'At least {least, number}.',
  'field.at_most': 'At most {most, number}.',
  'field.date': 'Give a date that exists, for example 25/06/2026.',
  'field.number': 'Give a number, for example 1250.50.',
  'field.twofold':
    '“{typed}” can be read in two ways, {many} or {few}: write “{write_many}” or “{write_few}”.',
  'field.implausible':
    'The year {year} is surprising here: one from {first} to {last} is expected.',
  'field.doubled_hour':
    'This hour comes twice that night, when the clocks go back: give an hour before {before} or from {after}, or the same with its offset.',
  'field.one_line': 'One line is expected here: take out the line breaks.',
  'field.amount_least': 'At least {bound}.',
  'field.amount_most': 'At most {bound}.',
  'field.year_least': 'In {bound} at the earliest.',
  'field.year_most': 'In {bound} at the latest.',
  'field.no_page': 'This page of results does not exist: begin again.',
  'field.whole': 'Give a whole number in figures, for example 12.',
  'field.no_such_hour': 'This hour does not exist: that night the clocks go forward by an hour.',
  'field.character':
    'One of the characters cannot be kept: delete those that are not seen, or type the text again.',
  'field.unprintable.sign':
    'No typeface of the house has the sign “{sign}” ({code}): it could not be printed. Write it in another way.',
  'field.unprintable.marks':
    'A letter bears more than {most} accents or marks: it could not be printed.',
  'field.unprintable.word':
    'A word has more than {most} letters: it could not be printed. Part it with a space.',
  'field.empty_file': 'One of the files is empty: choose it again.',
  'field.choose': 'Choose one of the answers offered.',
  'field.wrong': 'This answer does not have the expected form.',
  'field.offset': 'Give the hour of here, without an offset, for example 25/06/2026 20:00.',
  'field.unknown': 'No answer of this name is expected here: it would not have been read.',
  'field.forbidden': 'No answer can be called “{name}”.',
  'field.json': 'The body of the request is not JSON.',
  'field.too_deep': 'The body of the request is nested more than {most, number} levels deep.',
  'field.no_file': 'No file is asked for here.',
  'field.too_many_files': '{most, plural, one {One file} other {# files}} at most.',
  'field.file_name_unread':
    '“{name}” cannot be read as the name of a file: its accents are in another encoding. Rename the file, then add it again.',
  'field.file_name':
    'The name of the file is longer than {most, number} bytes: shorten it, then choose the file again.',
  'field.infected': '“{name}” contains a virus ({found}): it was not kept. Tell your IT service.',
  'field.not_examined':
    '“{name}” could not be examined: the virus scanner does not answer. Send it again in a few minutes.',
  too_large: 'What was sent is larger than {size}.',
  too_many: 'What was sent holds more than {most, number} answers.',
  busy: 'Many requests are arriving just now, or the database does not answer: try again in a few seconds.',
  no_room:
    'There is no room left to save it: nothing was saved. The operator has to make some; try again then.',
  took_too_long:
    'This request took longer than the database allows, and nothing was written: make it in several parts, or in a few minutes.',
  foreign_page: 'This page is not shown inside another site.',
  foreign_form: 'This form comes from another site: it was not taken into account.',
  overtaken:
    'Somebody has just written the same thing at the same moment: look at what is there, then try again.',
  key_reused: 'This key was used for something else: make a new one.',
  sent_before:
    'This was sent from here already, and done: nothing was added a second time. To add it again, send it from the page as it is now.',
  rights_lost:
    'This was done with this key already, but your rights have changed since: its answer is no longer given to you.',
  sign_in_needed: 'Sign in to continue.',
  key_in_address:
    'A key never stands in an address, which stays in logs and histories: send it in the header Authorization, and revoke this one.',
  'seeing.reads_only': 'You see as somebody else: nothing can be done in their name. Stop first.',
  'seeing.their_own': 'This is that person’s own: it is not shown to who sees as they do.',
  'closed.title_maintenance': 'Under maintenance',
  'closed.title_suspended': 'Access suspended',
  'closed.maintenance': 'The service is closed for maintenance. Nothing that was saved is lost.',
  'closed.suspended':
    'Access to these pages is suspended. What was published can still be read on the public pages.',
  'closed.until': 'It should open again on {at}.',
  'closed.contact': 'Whom to ask: {contact}.',
  'closed.read_only':
    'Everything can be read but nothing can be changed right now{until, select, known { (until {at})} other {}}. {words} What you wrote is kept: try again later.',
}
