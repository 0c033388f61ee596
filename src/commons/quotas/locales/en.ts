import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Use',
  settles: 'What the authority uses of what those who run the platform grant it.',
  lead: 'What your authority uses of what the operator grants it. To have more, ask them.',
  used: 'Used now',
  requests: 'Requests a minute',
  files: 'Room for files',
  jobs: 'Jobs that wait',
  mails: 'Messages written today',
  people: 'Accounts',
  of: '{used} of {most}',
  without_end: '{used}, without limit',
  is_near: '{what}: more than 80% is used.',
  is_full: '{what}: all of it is used, what needs more is refused.',
  'task.look': 'Look at what is used',
  'permission.read': 'See what the authority uses',
  'use.done.near': 'nears its limit',
}
