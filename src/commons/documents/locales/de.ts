import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  not_yet: 'Dieses Dokument ist noch nicht bereit.',
  failed: 'Dieses Dokument konnte nicht erstellt werden. Fordern Sie es erneut an.',
  switched_off:
    'Der Fachbereich, der dieses Dokument erstellt, wurde inzwischen ausgeschaltet. Sobald er wieder eingeschaltet ist, fordern Sie das Dokument erneut an.',
  unset:
    'Dieses Dokument kann wegen „{place}“ nicht gesetzt werden: Sein Text enthält, was sich nicht drucken lässt. Schreiben Sie ihn neu und fordern Sie das Dokument erneut an.',
  too_heavy:
    'Dieses Dokument ist zu umfangreich, um gesetzt zu werden. Sein umfangreichster Teil: „{place}“. Kürzen Sie ihn und fordern Sie das Dokument erneut an.',
  too_long:
    'Dieses Dokument zu setzen dauert zu lange. Sein umfangreichster Teil: „{place}“. Kürzen Sie ihn und fordern Sie das Dokument erneut an.',
  too_many:
    '{count, number} Dokumente warten bereits auf ihre Erstellung: Warten Sie, bis sie erstellt sind, und fordern Sie dieses erneut an.',
  title: 'Dokumente',
  none: 'Noch ist kein Dokument erstellt.',
  'state.pending': 'in Vorbereitung',
  'state.ready': 'erstellt',
  'state.failed': 'konnte nicht erstellt werden',
  kind: '{format}, {size}',
  'format.pdf': 'PDF/A',
  'format.docx': 'DOCX',
  'format.ods': 'ODS',
  format_unmade: 'Dieses Dokument kann nicht als {format} erstellt werden.',
  'print.page': 'Seite {page} von {pages}',
  'print.made': 'Erstellt am {when}',
  'print.arms': 'Wappen: {authority}',
  'print.sheet': 'Bericht',
  hash: 'SHA-256 {hash}…',
  by: '{name}, {when}',
  last: 'Zuletzt erstellt',
  earlier:
    '{count, plural, one {Ein weiteres, früher erstellt} other {# weitere, früher erstellt}}',

  paper: 'Briefpapier der Verwaltung',
  contact: 'Wie man Sie erreicht',
  'contact.help':
    'Eine Zeile pro Weg: Telefon, E-Mail-Adresse, Website. Sie folgen auf die Anschrift im Kopf der Dokumente.',
  held_because: 'Was erstellt wurde, ist ein Schriftstück der Akte.',
  held_personal: 'was sie aus der Akte drucken, Name dessen, der sie verlangt hat',
  'task.make': 'Erstellen eines Dokuments',
  'permission.download': 'Dokumente der sichtbaren Akten herunterladen',
}
