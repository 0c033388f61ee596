import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  no_subject: 'Der Anbieter sagt nicht, um wen es geht: Keine Identität wird verknüpft.',
  linked_elsewhere:
    'Diese Identität ist schon mit einer anderen Person verknüpft: Lösen Sie sie erst, falls es ein Fehler ist.',
  has_another:
    'Diese Person hat bei diesem Anbieter schon eine andere Identität: Lösen Sie sie erst, falls es ein Fehler ist.',
  issuer_taken: 'Ein anderer Anbieter hat diesen Aussteller schon.',
  too_many: 'Es gibt schon {most} Anbieter: Entfernen Sie einen.',
  several_issuers:
    'Dieser Anbieter antwortet für mehrere Organisationen: Geben Sie die Ausstelleradresse der Ihren an.',
  not_of_staff: 'Ein Anbieter der Bürger kann nicht der einzige Weg der Bediensteten sein.',
  serves_stays:
    'Ein Anbieter bleibt bei denen, für die er ist, Bedienstete oder Bürger: Fügen Sie einen anderen hinzu.',
  'failure.cancelled': 'Sie haben es bei {name} nicht zu Ende geführt. Nichts ist geschehen.',
  'failure.refused':
    '{name} hat Sie nicht zugelassen. Fragen Sie den Administrator nach dem Grund, oder melden Sie sich anders an.',
  'failure.unavailable':
    '{name} antwortet nicht oder zu langsam. Versuchen Sie es in einem Moment erneut, oder melden Sie sich anders an.',
  'failure.misconfigured':
    '{name} nimmt nicht an, was das Haus sendet, oder antwortet falsch. Sagen Sie es dem Administrator; melden Sie sich inzwischen anders an.',
  'failure.nonce':
    'Die Antwort von {name} gehört nicht zu dieser Anfrage (nonce). Beginnen Sie neu; kommt es wieder, sagen Sie es dem Administrator.',
  'failure.expired':
    'Die Antwort von {name} ist nicht von jetzt: Eine der beiden Uhren geht falsch, oder es dauerte zu lange. Beginnen Sie neu; kommt es wieder, sagen Sie es dem Administrator.',
  'failure.unknown_key':
    'Die Antwort von {name} ist mit einem Schlüssel unterschrieben, den er nicht veröffentlicht: Sie gilt nichts. Sagen Sie es dem Administrator.',
  'failure.audience':
    'Die Antwort von {name} ist für eine andere Anwendung. Sagen Sie es dem Administrator.',
  'failure.issuer':
    'Die Antwort kommt nicht von {name} oder nennt sich die eines anderen. Sagen Sie es dem Administrator.',
  'failure.assurance':
    '{name} bürgt nicht genug dafür, wer Sie sind: Melden Sie sich auf einem sichereren Weg an (Personalausweis, App).',
  'failure.not_fresh':
    '{name} sagt nicht, dass Sie eben bewiesen haben, wer Sie sind. Beginnen Sie neu, oder bestätigen Sie anders.',
  'failure.lost':
    'Diese Anfrage gilt nicht mehr oder kommt aus einem anderen Browser: Sie gilt einmal, zehn Minuten lang. Beginnen Sie neu.',
}
