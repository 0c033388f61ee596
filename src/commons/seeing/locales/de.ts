import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  see: 'Sehen als',
  title: 'Die Plattform als {name} sehen',
  lead: 'Um zu helfen: Sie sehen, was diese Person sieht, und können nichts in deren Namen tun.',
  rules:
    'Höchstens fünfzehn Minuten. {name} wird darüber samt Ihrem Grund benachrichtigt; jede gesehene Seite steht im Sicherheitsprotokoll. Entwürfe und Zugangssicherheit werden nicht gezeigt.',
  reason: 'Grund',
  reason_help: 'Mindestens zehn Zeichen: {name} wird ihn lesen.',
  oneself: 'Sie sind bereits diese Person.',
  not_in: '{name} kann sich heute nicht anmelden.',
  administrator: '{name} ist ebenfalls Administrator: Niemand sieht als ein anderer Administrator.',
  notice: 'Ihr Zugang',
  told: 'hat die Plattform als Sie gesehen, nur lesend. Grund: {reason}',
  'permission.see_as': 'Die Plattform als jemand anderes sehen',
  'person.done.see': 'hat die Plattform als jemand anderes gesehen',
  begun: 'Sie sehen als diese Person. Was Sie öffnen, steht im Protokoll.',
}
