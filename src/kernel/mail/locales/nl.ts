import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  no_address: 'Geef een volledig e-mailadres, zoals “voornaam.naam@gemeente.be”.',
  too_long: 'Dit bericht is te lang voor een e-mail.',
  refused: 'De mailserver heeft het bericht geweigerd: {said}',
  given_up: 'De mailserver heeft het bericht vijf dagen lang niet aangenomen: {said}',
  put_off: 'De mailserver vraagt om later opnieuw te proberen.',
  unreachable: 'De mailserver antwoordt niet.',
  not_let_in: 'De mailserver laat het huis niet binnen.',
  'task.deliver': 'Verzending van een e-mail',
  returned: 'Het bericht kwam terug: “{said}”.',
}
