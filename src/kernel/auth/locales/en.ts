import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'sign_in.title': 'Sign in',
  'sign_in.lead': 'For agents and elected members · {authority}',
  'sign_in.login': 'User name',
  'sign_in.password': 'Password',
  'sign_in.submit': 'Sign in',
  'sign_in.refused': 'Wrong user name or password.',
  'sign_in.too_many':
    'Too many attempts: try again in {minutes, number} minutes, or ask your administrator for help.',
  'sign_out.done': 'You are signed out.',
}
