import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  not_found: 'This page does not exist, or it is not meant for you.',
  forbidden: 'You are not allowed to do this.',
  in_person: 'This is the act of a person: no program votes, signs, decides or gives rights.',
  out_of_scope: 'This program was not given the right to act in this trade.',
  other_hat:
    'This is for agents and elected people: you have no access to it in the capacity in which you act.',
  invalid: 'Some answers need correcting.',
  fault: 'Something went wrong on our side. It is recorded under reference {id}.',
  stale: '{name} changed this file in the meantime. Check their version, then try again if needed.',
  no_authority: 'No authority answers at this address.',
  'title.403': 'Access denied',
  'title.404': 'Page not found',
  'title.409': 'Not possible right now',
  'title.413': 'Too large',
  'title.422': 'To be corrected',
  'title.429': 'Too many attempts',
  'title.500': 'Internal error',
  'title.503': 'Service unavailable',
  files_in_use: 'These files are being kept or backed up; try again in a moment.',
  files_away:
    'Files cannot be read or kept right now; nothing else is lost, try again in a moment.',
  start_code:
    'This is not the start code of this server, or it was used already. The server writes one to its log at each start.',
  too_many_screens:
    'Too many screens follow already: close one. This one is brought up to date now and then.',
  quota:
    '{what, select, files {The room of the authority for files is full} people {The authority has as many accounts as it may} mails {The authority wrote as many messages as it may in a day; try again tomorrow} jobs {Too many jobs of the authority wait already; try again later} other {The authority asks too often; try again in a minute}}. Nothing was saved: an administrator sees what is used, and the operator can give more.',
}
