import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'service.taken': 'A service is already called “{name}”.',
  'role.agent': 'agent',
  'role.secretariat': 'secretariat',
  'role.director_general': 'general management',
  'role.mayor': 'mayor',
  'role.councillor': 'councillor',
  'role.administrator': 'administration',
}
