import type { tasksFr } from './tasks.fr.ts'

export const tasksNl: Record<keyof typeof tasksFr, string> = {
  'task.enter': 'Iemand opnemen',
  'task.enter.steps':
    'Geef naam, adres en eerste dag; rol en dienst mogen volgen.\nVerschillende tegelijk: een lijst importeren.\nNodig uit per e-mail: de persoon kiest zelf een wachtwoord.',
  'task.leave': 'Een vertrek voorbereiden',
  'task.leave.steps':
    'Open de pagina van de persoon, vertrek: laatste dag, en wie overneemt wat wacht.\nRollen en zetels eindigen die dag; wat men deed, behoudt de naam.',
}
