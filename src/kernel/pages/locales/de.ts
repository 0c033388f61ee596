import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  trades: 'Fachbereiche',
  'trades.none': 'Kein Fachbereich dieser Behörde heißt „{q}“.',
  'trades.find': 'Name des Fachbereichs',
  'trades.look': 'Suchen',
  'trades.waiting':
    '{count, plural, =0 {Nichts wartet auf Sie} one {# Akte wartet auf Sie} other {# Akten warten auf Sie}}',
  somebody: 'Jemand anders',
  overtaken:
    '{name} hat inzwischen etwas anderes gespeichert. Ihre Antworten stehen noch unten; vergleichen Sie sie mit dem Gespeicherten und speichern Sie dann erneut.',
  together: 'Zusammen',
  administration: 'Verwalten',
  home: 'Zurück zur Startseite',
  styleguide: 'Gestaltungsleitfaden',
  'search.title': 'Suche',
  'search.more': 'Mehr als {count, number} Ergebnisse für „{q}“',
  'search.narrow':
    'Die nächsten enden hier: Nach Datum sortiert sehen Sie alle, oder fügen Sie ein Wort hinzu.',
  'search.again': 'Suchen',
  'search.for': 'Suchen nach',
  'search.words': 'Gesuchte Wörter',
  'search.in': 'in',
  'search.place': 'Wo gesucht wird',
  'search.everywhere': 'allen Fachbereichen',
  'search.since': 'geändert vom',
  'search.since.label': 'Geändert seit',
  'search.until': 'bis',
  'search.until.label': 'Geändert bis',
  'search.sorted': 'sortiert nach',
  'search.wrong_place':
    '„{value}“ ist weder ein Fachbereich noch eine Art von Akten: Dort ist nichts zu finden.',
  'search.wrong_order': '„{value}“ wird nicht verstanden und nicht berücksichtigt.',
  'search.order': 'Reihenfolge der Ergebnisse',
  'search.best': 'Relevanz',
  'search.latest': 'Datum',
  'search.kind': '{trade}: {kind}',
  'search.in_part': 'In der Anlage',
  'search.parts': '{count, plural, one {und eine weitere Anlage} other {und # weitere Anlagen}}',
  'search.count':
    '{count, plural, =0 {Kein Ergebnis} one {# Ergebnis} other {# Ergebnisse}} für „{q}“',
  'search.instead': 'Nichts entspricht „{q}“. Das entspricht:',
  'search.nothing':
    'In allem, was Sie lesen dürfen, entspricht nichts „{q}“. Versuchen Sie ein anderes Wort.',
  'search.ask': 'Schreiben Sie ein Wort, eine Referenz oder den Anfang eines Titels.',
  'public.description': 'Was {authority} veröffentlicht.',
  'public.lead':
    'Was diese Behörde veröffentlicht: Jeder Text ist eine datierte Kopie, die niemand ändern kann.',
  'public.nothing': 'Hier ist noch nichts veröffentlicht.',
  'public.all': 'Alles sehen',
  'public.sign_in': 'Anmelden',
  'public.agents': 'Bedienstete und Mandatare',
  'public.agents.lead': 'Arbeiten Sie für diese Behörde, oder wurden Sie dort gewählt?',
  'pasted.left': 'Weggelassen: {what}.',
  'pasted.deleted':
    '{count, plural, one {# gelöschte Stelle (Änderungsverfolgung)} other {# gelöschte Stellen (Änderungsverfolgung)}}',
  'pasted.comment': '{count, plural, one {# Kommentar} other {# Kommentare}}',
  'pasted.hidden': '{count, plural, one {# verborgene Stelle} other {# verborgene Stellen}}',
  'pasted.img': '{count, plural, one {# Bild} other {# Bilder}}',
  'pasted.link':
    '{count, plural, one {# Link, dessen Adresse weder http noch https noch mailto ist oder der mehr als Wörter umfasst} other {# Links, deren Adressen weder http noch https noch mailto sind oder die mehr als Wörter umfassen}}',
  'pasted.embedded':
    '{count, plural, one {# eingebetteter Inhalt (Zeichnung, Video, andere Seite)} other {# eingebettete Inhalte (Zeichnungen, Videos, andere Seiten)}}',
  'pasted.number':
    '{count, plural, one {# Nummerierung einer Liste, die nicht zwischen 0 und 9999 liegt} other {# Nummerierungen von Listen, die nicht zwischen 0 und 9999 liegen}}',
  'pasted.span':
    '{count, plural, one {# Zelle über mehr als 100 Spalten} other {# Zellen über mehr als 100 Spalten}}',
  'pasted.nesting':
    '{count, plural, one {# Liste, Zitat oder Tabelle mehr als {deepest, number} Ebenen tief} other {# Listen, Zitate oder Tabellen mehr als {deepest, number} Ebenen tief}}',
  'pasted.too_much': 'Dieser Text ist zu groß, um übernommen zu werden.',
  'status.title': 'Zustand des Dienstes',
  'status.works': 'Der Dienst funktioniert.',
  'status.incident': 'Etwas stimmt nicht; daran wird gearbeitet.',
  'status.slowed': 'Der Dienst funktioniert, antwortet aber langsam.',
  'status.late': 'Der Dienst funktioniert, aber nicht alles kommt nach.',
  'status.ails.database': 'Die Datenbank antwortet langsam.',
  'status.ails.jobs': 'Arbeiten im Hintergrund (Dokumente, Hinweise) verspäten sich.',
  'status.ails.mail': 'E-Mails gehen zurzeit nicht hinaus; nichts geht verloren.',
  'status.ails.files': 'Dateien können zurzeit weder gelesen noch abgelegt werden.',
  'status.read_only': 'Alles kann gelesen, aber zurzeit nichts geändert werden.',
  'status.suspended':
    'Der Zugang der Bediensteten ist gesperrt; die öffentlichen Seiten bleiben offen.',
  'status.maintenance': 'Der Dienst ist wegen Wartung geschlossen.',
  'status.since': 'Seit {at}.',
  'status.until': 'Voraussichtliches Ende: {at}.',
  'status.incidents': 'Letzte Störungen',
  'status.none': 'Keine Störung in den letzten 90 Tagen.',
  'status.goes_on': 'dauert an',
  'status.banner':
    'Nur Lesen: Zurzeit kann nichts geändert werden{until, select, known { (bis {at})} other {}}. {words}',
}
