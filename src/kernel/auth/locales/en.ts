import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'sign_in.done': 'You are signed in',
  'sign_in.done_help':
    'If you were writing in another tab, go back to it: your text is waiting there.',
  'sign_in.title': 'Sign in',
  'sign_in.lead': 'For agents and elected members · {authority}',
  'sign_in.login': 'User name',
  'sign_in.password': 'Password',
  'sign_in.submit': 'Sign in',
  'sign_in.refused': 'Wrong user name or password.',
  'sign_in.elsewhere':
    'For you the password is no longer the way in here: come in by the identity provider of your authority, by the button above.',
  'sign_in.emergency': 'Emergency access (administrators, elected people)',
  'sign_in.too_many':
    'Too many tries: try again in {minutes, plural, one {a minute} other {# minutes}}, or ask your administrator for help.',
  'password.short':
    '{signs, plural, =0 {Give a password} one {Only one sign} other {Only # signs}}: it has at least {least}. A sentence of some words will do.',
  'password.long': 'More than {most} signs: make it shorter.',
  'password.common':
    'It is one of those that are guessed first, or made of words, rows or dates that everybody uses: choose another, of some words that have nothing to do with one another.',
  'password.tells': 'It holds “{word}”, which anybody knows who wants to guess it: choose another.',
  'letter.invitation.subject': 'Your access to {authority}',
  'letter.invitation.text':
    'Hello {name},\n\nYou have access to the space for agents and elected members of {authority}. Your user name is {login}.\n\nChoose your password by this link, within seven days:\n{href}\n\nIt works once. Give it to nobody.\n',
  'letter.reset.subject': 'Your password at {authority}',
  'letter.reset.text':
    'Hello {name},\n\nSomebody asked for a new password for your user name {login} at {authority}. If it was you, choose it by this link, within thirty minutes:\n{href}\n\nIt works once. If you asked for nothing, do nothing: your password stays what it is.\n',
  'task.write_reset': 'Write to who has forgotten their password',
  'device.known': '{browser} on {system}',
  'device.unknown': 'A program',
  'letter.device.subject': '{authority}: a sign-in from a new device',
  'letter.device.text':
    'Hello {name},\n\nSomebody signed in under your name at {authority}, from a device that we did not know:\n\n{device}, address {from}\n{at}\n\nIf it was you, there is nothing to do. If not, end that sign-in, change your password and tell your administrator:\n{href}\n',
  'sign_in.second':
    'A second factor is asked: a program comes in by an access key, a person by the page of signing in.',
  'proof.title': 'Confirm that it is you',
  'proof.lead':
    'What you do is delicate, and you signed in a while ago. Nothing that you filled in is lost.',
  'proof.password': 'Password, or code of your telephone',
  'proof.password_help': 'After that it is not asked for ten minutes.',
  'proof.go_on': 'Confirm and go on',
  'proof.leave': 'Go back without doing anything',
  'proof.wrong': 'This is neither your password nor a code that holds now.',
  'proof.wanted': 'This act asks that you confirm who you are, on its page.',
  'proof.program':
    'This act asks that you prove anew who you are: POST /api/security/proof, or another session. A program cannot.',
  login_taken: 'Somebody already signs in as “{login}”.',
  'sign_out.done': 'You are signed out.',
  'hat.named.elected': '{name} (as elected)',
  'hat.named.citizen': '{name} (citizen’s space)',
  'hat.named.company': '{name} (for {called})',
  'hat.agent': 'Agent',
  'hat.elected': 'Mandate',
  'hat.citizen': 'Citizen',
  'hat.company': 'For {called}',
  'hat.not_theirs': 'This hat is not yours.',
  'hat.title': 'Hats',
  'hat.worn': 'From now on you act as: {hat}.',
  'hat.change': 'Change to: {hat}',
  'seeing.as': 'You see the house as {name}, read only, until {until}.',
  'seeing.stop': 'Stop',
  'seeing.ended': 'You are yourself again.',
}
