import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'permission.prove': 'Manage the safety of one’s account, after proving who one is',
  'permission.own_access': 'Look after one’s own access',
  'permission.public': 'Read what is public',
  'permission.signed_in': 'What whoever has signed in may do',
  'permission.search': 'Search what one may read',
  'permission.read': 'Read its files',
  'permission.write': 'Write and import files',
  'permission.edit': 'Edit a file',
  'permission.step': 'Take the steps of a file',
  'permission.publish': 'Publish a file and withdraw it',
  'permission.whoever': 'Sign out, stop seeing as somebody else',
}
