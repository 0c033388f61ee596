import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  role: 'Rolle: {name}',
  'task.members': 'Die Mitglieder einer Gruppe anpassen (SCIM)',
  'permission.provision':
    'Personen aufnehmen und gehen lassen, ihre Dienste und Rollen führen (Programme)',
}
