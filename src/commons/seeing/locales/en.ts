import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  see: 'See as',
  title: 'See the house as {name}',
  lead: 'To help: you will see what this person sees, and can do nothing in their name.',
  rules:
    'Fifteen minutes at most. {name} is told, with your reason; each page that you see is written in the security log. Their drafts and the safety of their access are not shown.',
  reason: 'Reason',
  reason_help: 'At least ten characters: {name} will read it.',
  oneself: 'You are this person already.',
  not_in: '{name} cannot sign in today.',
  administrator: '{name} is an administrator too: nobody sees as another administrator.',
  notice: 'Your access',
  told: 'saw the house as you do, reading only. Reason: {reason}',
  'permission.see_as': 'See the house as somebody else',
  'person.done.see': 'saw the house as somebody else',
  begun: 'You see as this person. What you open is written in the log.',
}
