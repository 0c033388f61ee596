import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  no_address: 'Das ist keine Seitenadresse. Geben Sie sie ganz an, mit „https://“.',
  refused:
    'Das Haus wendet sich nicht an {host}: Nur Server des Internets über https und vom Betreiber erlaubte werden gefragt.',
  slow: '{host} hat nicht rechtzeitig geantwortet. Versuchen Sie es in einem Moment erneut.',
  too_big: '{host} hat mehr gesendet, als angenommen wird. Wenden Sie sich an Ihre Informatik.',
  unreadable: 'Die Antwort von {host} ist nicht lesbar. Wenden Sie sich an Ihre Informatik.',
  certificate:
    'Das Zertifikat von {host} ist nicht bekannt: Es wurde nichts gesendet. Wenden Sie sich an Ihre Informatik.',
  unreachable: '{host} ist nicht erreichbar. Versuchen Sie es in einem Moment erneut.',
}
