import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'permission.prove': 'Sicherheit des eigenen Kontos verwalten, nach Bestätigung der Identität',
  'permission.own_access': 'Den eigenen Zugang verwalten',
  'permission.public': 'Öffentliches lesen',
  'permission.signed_in': 'Was jede angemeldete Person darf',
  'permission.search': 'In dem suchen, was man lesen darf',
  'permission.read': 'Seine Akten lesen',
  'permission.write': 'Akten schreiben und importieren',
  'permission.edit': 'Eine Akte ändern',
  'permission.step': 'Schritte einer Akte ausführen',
  'permission.publish': 'Eine Akte veröffentlichen und zurückziehen',
  'permission.whoever': 'Sich abmelden, nicht mehr als jemand anderes sehen',
}
