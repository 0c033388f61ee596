import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'field.required': 'This answer is needed.',
  'field.too_long': 'At most {most, number} characters.',
  'field.at_least': 'At least {least, number}.',
  'field.at_most': 'At most {most, number}.',
  'field.date': 'Give a date that exists, for example 25/06/2026.',
  'field.number': 'Give a number, for example 1250.50.',
  'field.twofold':
    'This amount can be read in two ways: write 12 345 for thousands, 12,35 for cents.',
  'field.whole': 'Give a whole number in figures, for example 12.',
  'field.no_such_hour': 'This hour does not exist: that night the clocks go forward by an hour.',
  'field.character':
    'One of the characters cannot be kept: delete those that are not seen, or type the text again.',
  'field.empty_file': 'One of the files is empty: choose it again.',
  'field.choose': 'Choose one of the answers offered.',
  'field.wrong': 'This answer does not have the expected form.',
  'field.json': 'The body of the request is not JSON.',
  too_large: 'What was sent is larger than {megabytes, number} MB.',
  foreign_form: 'This form comes from another site: it was not taken into account.',
  overtaken:
    'Somebody has just written the same thing at the same moment: look at what is there, then try again.',
  sign_in_needed: 'Sign in to continue.',
}
