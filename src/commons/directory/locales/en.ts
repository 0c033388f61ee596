import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'service.taken': 'A service is already called “{name}”.',
  'service.gone': 'This service no longer exists.',

  role_unknown: 'role unknown to this platform ({name})',
  agent: 'agent',
  'agent.sees': 'all staff',
  'agent.does': 'the staff',
  director_general: 'general management',
  'director_general.sees': 'general management',
  'director_general.does': 'the director general',
  mayor: 'mayor',
  'mayor.sees': 'the mayor',
  'mayor.does': 'the mayor',
  councillor: 'councillor',
  'councillor.sees': 'the councillors',
  'councillor.does': 'the councillors',
  administrator: 'administration',
  'administrator.sees': 'the administrators',
  'administrator.does': 'the administrators',

  'civility.mr': 'Mr\u00A0{name}',
  'civility.mrs': 'Ms\u00A0{name}',

  readers: 'Who sees this',
  'reader.service.all': 'the service {name}',
  'reader.service.editor': 'the editors of the service {name}',
  'reader.service.head': 'the head of the service {name}',
  'reader.service.observer': 'the observers of the service {name}',
  held: 'People and accounts',
  'held.because': 'What they signed, voted or decided stays in their name.',
  'held.personal': 'title and name, login, mandates, services and roles',
  'held.audit': 'Security log',
  'held.audit_because': 'To tell afterwards who signed in and what was downloaded.',
  'held.audit_personal': 'name, network address, sign-ins, refusals and downloads',
}
