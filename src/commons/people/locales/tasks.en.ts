import type { tasksFr } from './tasks.fr.ts'

export const tasksEn: Record<keyof typeof tasksFr, string> = {
  'task.enter': 'Bring somebody in',
  'task.enter.steps':
    'Give the name, the address and the first day; role and service may follow.\nSeveral at once: “Import a list”.\nInvite by e-mail: the person chooses their own password.',
  'task.leave': 'Prepare a departure',
  'task.leave.steps':
    'Open the page of the person, “Departure”: last day, and who takes over what waits.\nRoles and seats end with that day; what they did keeps their name.',
}
