import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Eerste stappen',
  lead: '{count, plural, one {Er is nog één ding te doen} other {Er zijn nog # dingen te doen}} voordat het bestuur kan werken. De kaart verdwijnt wanneer alles gedaan is.',
  put_away: 'Deze kaart wegleggen',
  is_away: 'De kaart is weggelegd; de instellingen tonen ze opnieuw.',
  shown: 'Eerste stappen tonen',
  shown_help: 'Op de startpagina van beheerders: wat nog ontbreekt om te werken.',
  'permission.follow': 'De eerste stappen van het bestuur volgen',
}
