import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  no_subject: 'The provider does not say who it is: no identity is linked.',
  linked_elsewhere:
    'This identity is linked to another person already: unlink it first, if it is a mistake.',
  has_another:
    'This person has another identity at this provider already: unlink it first, if it is a mistake.',
  issuer_taken: 'Another provider has this issuer already.',
  too_many: 'There are {most} providers already: remove one.',
  several_issuers:
    'This provider answers for several organisations: give the issuer address of yours.',
  not_of_staff: 'A provider of citizens cannot be the one way for agents.',
  serves_stays: 'A provider stays with whom it serves, agents or citizens: add another.',
  'failure.cancelled': 'You did not go through with it at {name}. Nothing was done.',
  'failure.refused': '{name} did not let you in. Ask the administrator why, or come in otherwise.',
  'failure.unavailable':
    '{name} does not answer, or too slowly. Try again in a moment, or come in otherwise.',
  'failure.misconfigured':
    '{name} does not accept what the house sends, or answers wrongly. Tell the administrator; meanwhile, come in otherwise.',
  'failure.nonce':
    'What {name} answered is not the answer to this request (nonce). Begin again; if it comes back, tell the administrator.',
  'failure.expired':
    'What {name} answered is not of this moment: one of the two clocks is wrong, or it took too long. Begin again; if it comes back, tell the administrator.',
  'failure.unknown_key':
    'What {name} answered is signed by a key that it does not publish: it is worth nothing. Tell the administrator.',
  'failure.audience': 'What {name} answered is for another application. Tell the administrator.',
  'failure.issuer':
    'The answer is not from {name}, or says that it is another’s. Tell the administrator.',
  'failure.assurance':
    '{name} does not vouch enough for who you are: come in by a safer way (identity card, app).',
  'failure.not_fresh':
    '{name} does not say that you have just proved who you are. Begin again, or confirm otherwise.',
  'failure.lost':
    'This request is no longer good, or comes from another browser: it works once, for ten minutes. Begin again.',
}
