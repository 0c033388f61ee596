import type { publicFr } from './public.fr.ts'

export const publicDe: Record<keyof typeof publicFr, string> = {
  'public.link': 'Strategischer Plan',
  'public.about':
    '{number, plural, one {Was die Behörde tun will und wie weit sie ist} other {Was die Behörde tun will und wie weit sie ist; Version Nr.\u00A0#}}',
  'public.none': 'Der strategische Plan ist noch nicht veröffentlicht.',
  'public.description':
    '{title}: die Ziele, der Stand der Maßnahmen, die Haushaltsmittel und die Indikatoren.',
  'public.published': 'Veröffentlicht am {date}',
  'public.older': 'Sie lesen eine ältere Version dieses Plans: Lesen Sie lieber die neueste.',
  'public.lead':
    '{body, select, commune {Das will die Gemeinde} cpas {Das will das ÖSHZ} other {Das wollen die Gemeinde und ihr ÖSHZ}} am Ende der Legislaturperiode, im Jahr {year}, erreicht haben: {strategic, plural, =0 {kein strategisches Ziel} one {# strategisches Ziel} other {# strategische Ziele}}, {operational, plural, =0 {kein operatives Ziel} one {# operatives Ziel} other {# operative Ziele}} und {actions, plural, =0 {keine Maßnahme} one {# Maßnahme} other {# Maßnahmen}}, davon {done, plural, =0 {keine abgeschlossen} one {# abgeschlossen} other {# abgeschlossen}}.',
  'public.progress': 'Fortschritt des Plans',
  'public.standing': 'Stand der Maßnahmen',
  'public.goals': 'Fortschritt nach Ziel für nachhaltige Entwicklung (SDG)',
  'public.serving':
    '{count, plural, =0 {nichts in diesem Plan} one {# Ziel oder Maßnahme, {done}} other {# Ziele und Maßnahmen, {done}}}',
  'public.search': 'Im Plan suchen',
  'public.matches':
    '{count, plural, =0 {Nichts in diesem Plan entspricht dieser Suche.} one {# Ziel oder Maßnahme entspricht dieser Suche; das Umfeld wird mit angezeigt.} other {# Ziele und Maßnahmen entsprechen dieser Suche; ihr Umfeld wird mit angezeigt.}}',
  'public.budget': 'Vorgesehene Haushaltsmittel nach Jahr und Quelle',
  'public.also': 'Trägt auch zu diesem Ziel bei:',
  'public.until': 'Frist: {date}',
  'public.costs': 'Haushaltsmittel: {amount}',
  'public.mandataries': '{count, plural, one {Mandatar} other {Mandatare}}: {names}',
  'public.sdg': 'SDG\u00A0{goal}',
  'public.indicator': '{label}: {value} {unit} (zu erreichen: {target})',
  'public.data': 'Offene Daten',
  'public.csv': 'Tabelle als offene Daten (CSV)',
  'public.sheet': 'Tabelle für Tabellenkalkulation (CSV, Semikolon)',
  'public.json': 'Vollständige Daten (JSON)',
  'public.level': 'Ebene',
  'public.above': 'Trägt bei zu',
  'public.done': 'Fortschritt (%)',
  'public.euros': 'Haushaltsmittel {year} (€)',
  'publication.tab': 'Veröffentlichung',
  'publication.not_in_force':
    'Nur ein geltender Plan wird veröffentlicht: Setzen Sie ihn zuerst in Kraft.',
  'publication.leaves': 'Was jeder wird lesen können',
  'publication.leaves_list': `Die Teile, Ziele, Maßnahmen und Teilmaßnahmen, die mehr als nur erstellt sind, mit ihrer Beschreibung (ohne die geschwärzten Stellen)
Ihr Status, ihr Fortschritt, ihre Frist und die SDG, denen sie dienen
Die Haushaltsmittel nach Jahr und Quelle, bis zu den Maßnahmen; die Indikatoren und ihre Tendenz
Die Namen der Mandatare`,
  'publication.stays': 'Was intern bleibt',
  'publication.stays_list': `Was nur „erstellt“ ist, und was darunter liegt
Die Kommentare, die Beobachtungen, die Bemerkungen und die Kommentare zu den Haushaltsmitteln
Der Zustand der Maßnahmen und sein Grund; warum ein Fortschritt von Hand eingetragen ist
Die Dienste, die Verwaltungsverantwortlichen, die Träger und die anderen Personen
Die Aufgaben, die Anlagen und der Verlauf`,
  'publication.preview': 'Vor der Veröffentlichung ansehen',
  'publication.preview_help':
    'Das ist die Seite, wie sie jetzt veröffentlicht würde. Zurück zur Veröffentlichung',
  'publication.done': 'Version Nr.\u00A0{number} des Plans ist öffentlich.',
  'publication.undone': 'Die Version ist von den öffentlichen Seiten zurückgezogen.',
}
