import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Hilfe',
  lead: 'Was Sie hier tun können, Aufgabe für Aufgabe. Suchen Sie mit einem Wort Ihres Fachbereichs.',
  about: 'Aufgaben, in denen steht',
  search: 'Suchen',
  none: 'Keine Aufgabe, die Sie erledigen können, spricht davon. Versuchen Sie ein kürzeres Wort.',
  common: 'Überall',
  begin: 'Beginnen',
  'permission.read': 'Die Hilfe lesen',
  find: 'Eine Akte, eine Person oder ein Wort wiederfinden',
  'find.steps':
    'Tippen Sie in das Feld oben auf der Seite; die Taste / führt hin.\nEine Nummer, ein Name oder ein Wort des Textes oder einer Anlage genügt.\nGrenzen Sie nach Fachbereich oder Datum ein.',
  inbox: 'Sehen, was auf mich wartet',
  'inbox.steps':
    'Der Eingang vereint, was in allen Fachbereichen auf Sie wartet, mit Frist und Grund.\nReiter trennen die Arten.\nWas andere tun, steht in den Hinweisen: die Glocke oben.',
  draft: 'Einen begonnenen Text fortsetzen',
  'draft.steps':
    'Was Sie tippen, wird nach einigen Sekunden behalten, nur für Sie, dreißig Tage.\nÖffnen Sie dasselbe Formular oder die Entwürfe, auf jedem Gerät.\nFür zwei zugleich wählen Sie „Daneben einen anderen beginnen“.',
  keys: 'Schnell mit der Tastatur',
  'keys.steps':
    '/ führt zur Suche, G zum Menü.\nIn einer Tagesordnung nimmt die Leertaste einen Punkt, Pfeile bewegen ihn, die Leertaste legt ihn ab.\nDiese Tasten lassen sich abschalten.',
}
