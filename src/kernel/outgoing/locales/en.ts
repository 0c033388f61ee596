import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  no_address: 'This is not the address of a page. Give all of it, with “https://”.',
  refused:
    'The house does not ask {host}: only servers of the internet over https, and those that the operator allowed, are asked.',
  slow: '{host} did not answer in time. Try again in a moment.',
  too_big: '{host} sent more than is taken. Tell your computer department.',
  unreadable: 'The answer of {host} cannot be read. Tell your computer department.',
  certificate:
    'The certificate of {host} is not known: nothing was sent to it. Tell your computer department.',
  unreachable: '{host} cannot be reached. Try again in a moment.',
}
