import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Zu- und Abgänge (SCIM)',
  role: 'Rolle: {name}',
  'permission.provision':
    'Personen aufnehmen und gehen lassen, ihre Dienste und Rollen führen (Programme)',
}
