import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  trades: 'Fachbereiche',
  'trades.none': 'Kein Fachbereich dieser Behörde heißt „{q}“.',
  'trades.find': 'Name des Fachbereichs',
  'trades.look': 'Suchen',
  'trades.waiting':
    '{count, plural, =0 {Nichts wartet auf Sie} one {# Akte wartet auf Sie} other {# Akten warten auf Sie}}',
  together: 'Zusammen',
  home: 'Zurück zur Startseite',
  styleguide: 'Gestaltungsleitfaden',
  'search.title': 'Suche',
  'search.more': 'Die ersten {count, number} Ergebnisse für „{q}“, es gibt weitere',
  'search.narrow': 'Es gibt weitere: Fügen Sie ein Wort hinzu.',
  'search.count':
    '{count, plural, =0 {Kein Ergebnis} one {# Ergebnis} other {# Ergebnisse}} für „{q}“',
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
}
