import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'sign_in.title': 'Aanmelden',
  'sign_in.lead': 'Ruimte voor personeelsleden en mandatarissen · {authority}',
  'sign_in.login': 'Gebruikersnaam',
  'sign_in.password': 'Wachtwoord',
  'sign_in.submit': 'Aanmelden',
  'sign_in.refused': 'Gebruikersnaam of wachtwoord is onjuist.',
  'sign_in.too_many':
    'Te veel pogingen: probeer het over {minutes, number} minuten opnieuw of vraag hulp aan uw beheerder.',
  'sign_out.done': 'U bent afgemeld.',
}
