import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Gebruik',
  settles: 'Wat het bestuur gebruikt van wat de beheerder van het platform toekent.',
  lead: 'Wat uw bestuur gebruikt van wat de exploitant toestaat. Voor meer vraagt u het hem.',
  used: 'Nu gebruikt',
  requests: 'Aanvragen per minuut',
  files: 'Ruimte voor bestanden',
  jobs: 'Wachtende taken',
  mails: 'Vandaag geschreven berichten',
  people: 'Accounts',
  of: '{used} van {most}',
  without_end: '{used}, zonder grens',
  is_near: '{what}: meer dan 80% is gebruikt.',
  is_full: '{what}: alles is gebruikt, wat meer vraagt wordt geweigerd.',
  'task.look': 'Gebruik bekijken',
  'permission.read': 'Zien wat het bestuur gebruikt',
  'use.done.near': 'nadert zijn grens',
}
