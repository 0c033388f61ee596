import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  role: 'Role: {name}',
  'task.members': 'Change the members of a group (SCIM)',
  'permission.provision':
    'Enter people and let them leave, keep their services and roles (programs)',
}
