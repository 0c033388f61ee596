import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'service.taken': 'A service is already called “{name}”.',
  'service.gone': 'This service no longer exists.',
  'role.agent': 'agent',
  'role.secretariat': 'secretariat',
  'role.director_general': 'general management',
  'role.coordinator': 'coordination',
  'role.mayor': 'mayor',
  'role.councillor': 'councillor',
  'role.administrator': 'administration',

  'civility.mr': 'Mr\u00A0{name}',
  'civility.mrs': 'Ms\u00A0{name}',

  readers: 'Who sees this',
  'reader.role.agent': 'all staff',
  'reader.role.secretariat': 'the secretariat',
  'reader.role.director_general': 'general management',
  'reader.role.coordinator': 'the coordination',
  'reader.role.mayor': 'the mayor',
  'reader.role.councillor': 'the councillors',
  'reader.role.administrator': 'the administrators',
  'reader.service.all': 'the service {name}',
  'reader.service.editor': 'the editors of the service {name}',
  'reader.service.head': 'the head of the service {name}',
  'reader.service.observer': 'the observers of the service {name}',
}
