import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  not_found: 'Diese Seite gibt es nicht oder sie ist nicht für Sie bestimmt.',
  forbidden: 'Dazu sind Sie nicht berechtigt.',
  other_hat:
    'Das ist für Bedienstete und Mandatare: In der Rolle, in der Sie handeln, haben Sie keinen Zugang.',
  invalid: 'Einige Angaben sind zu berichtigen.',
  fault: 'Bei uns ist ein Fehler aufgetreten. Er ist unter der Referenz {id} erfasst.',
  stale:
    'Diese Akte wurde inzwischen von {name} geändert. Prüfen Sie diese Fassung und beginnen Sie bei Bedarf erneut.',
  no_authority: 'Unter dieser Adresse ist keine Verwaltung zu finden.',
  'title.403': 'Zugriff verweigert',
  'title.404': 'Seite nicht gefunden',
  'title.409': 'Zurzeit nicht möglich',
  'title.413': 'Sendung zu groß',
  'title.422': 'Zu berichtigen',
  'title.429': 'Zu viele Versuche',
  'title.500': 'Interner Fehler',
  'title.503': 'Dienst nicht verfügbar',
  files_in_use:
    'Diese Dateien werden gerade gespeichert oder gesichert; versuchen Sie es gleich noch einmal.',
  files_away:
    'Dateien können zurzeit weder gelesen noch gespeichert werden; sonst ist nichts verloren, versuchen Sie es gleich noch einmal.',
  in_person:
    'Dies ist die Handlung einer Person: Kein Programm stimmt ab, unterschreibt, entscheidet oder erteilt Rechte.',
  out_of_scope: 'Dieses Programm hat nicht das Recht erhalten, in diesem Bereich zu handeln.',
  start_code:
    'Das ist nicht der Startcode dieses Servers, oder er wurde schon verwendet. Der Server schreibt bei jedem Start einen in sein Protokoll.',
  too_many_screens:
    'Es folgen schon zu viele Bildschirme: Schließen Sie einen. Dieser wird ab und zu aktualisiert.',
  quota:
    '{what, select, files {Der Platz der Behörde für Dateien ist voll} people {Die Behörde hat so viele Konten, wie sie haben darf} mails {Die Behörde hat heute so viele Nachrichten geschrieben, wie sie darf; versuchen Sie es morgen} jobs {Zu viele Arbeiten der Behörde warten schon; versuchen Sie es später} other {Die Behörde fragt zu oft; versuchen Sie es in einer Minute}}. Nichts wurde gespeichert: Ein Administrator sieht die Nutzung, und der Betreiber kann mehr geben.',
}
