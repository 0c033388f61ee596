import type { tasksFr } from './tasks.fr.ts'

export const tasksDe: Record<keyof typeof tasksFr, string> = {
  'task.enter': 'Jemanden aufnehmen',
  'task.enter.steps':
    'Geben Sie Namen, Adresse und ersten Tag; Rolle und Dienst können folgen.\nMehrere auf einmal: Importieren Sie eine Liste.\nLaden Sie per E-Mail ein: Die Person wählt ihr Passwort selbst.',
  'task.leave': 'Einen Weggang vorbereiten',
  'task.leave.steps':
    'Öffnen Sie die Seite der Person, Weggang: letzter Tag, und wer übernimmt, was wartet.\nRollen und Sitze enden mit diesem Tag; was sie tat, behält ihren Namen.',
}
