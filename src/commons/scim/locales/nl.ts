import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  role: 'Rol: {name}',
  'permission.provision':
    'Personen invoeren en laten vertrekken, hun diensten en rollen bijhouden (programma’s)',
}
