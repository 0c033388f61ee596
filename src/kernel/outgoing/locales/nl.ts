import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  no_address: 'Dit is geen adres van een pagina. Geef het volledig, met “https://”.',
  refused:
    'Het huis wendt zich niet tot {host}: alleen servers van het internet over https, en die de uitbater toeliet, worden bevraagd.',
  slow: '{host} antwoordde niet op tijd. Probeer het straks opnieuw.',
  too_big: '{host} stuurde meer dan aanvaard wordt. Spreek uw informaticadienst aan.',
  unreadable: 'Het antwoord van {host} is niet leesbaar. Spreek uw informaticadienst aan.',
  certificate:
    'Het certificaat van {host} is niet bekend: er is niets verstuurd. Spreek uw informaticadienst aan.',
  unreachable: '{host} is niet bereikbaar. Probeer het straks opnieuw.',
}
