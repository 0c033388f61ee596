import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Instroom en uitstroom (SCIM)',
  role: 'Rol: {name}',
  'permission.provision':
    'Personen invoeren en laten vertrekken, hun diensten en rollen bijhouden (programma’s)',
}
