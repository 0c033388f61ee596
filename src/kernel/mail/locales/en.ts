import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  no_address: 'Give a whole e-mail address, such as “first.last@town.be”.',
  too_long: 'This message is too long for an e-mail.',
  refused: 'The mail server refused the message: {said}',
  given_up: 'The mail server did not take the message for five days: {said}',
  put_off: 'The mail server asks to try again later.',
  unreachable: 'The mail server does not answer.',
  not_let_in: 'The mail server does not let the house in.',
  'task.deliver': 'Sending of an e-mail',
  returned: 'The message came back: “{said}”.',
}
