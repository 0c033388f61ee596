import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  role: 'Rol: {name}',
  'task.members': 'De leden van een groep bijwerken (SCIM)',
  'permission.provision':
    'Personen invoeren en laten vertrekken, hun diensten en rollen bijhouden (programma’s)',
}
