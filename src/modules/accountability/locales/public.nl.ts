import type { publicFr } from './public.fr.ts'

export const publicNl: Record<keyof typeof publicFr, string> = {
  'public.link': 'Strategisch plan',
  'public.about':
    '{number, plural, one {Wat het bestuur wil doen en hoe ver het staat} other {Wat het bestuur wil doen en hoe ver het staat; versie nr.\u00A0#}}',
  'public.none': 'Het strategisch plan is nog niet gepubliceerd.',
  'public.description':
    '{title}: de doelstellingen, de stand van de acties, de budgetten en de indicatoren.',
  'public.published': 'Gepubliceerd op {date}',
  'public.older': 'U leest een oudere versie van dit plan: lees liever de recentste.',
  'public.lead':
    '{body, select, commune {Dit wil de gemeente} cpas {Dit wil het OCMW} other {Dit willen de gemeente en haar OCMW}} aan het einde van de legislatuur, in {year}, verwezenlijkt hebben: {strategic, plural, =0 {geen strategische doelstelling} one {# strategische doelstelling} other {# strategische doelstellingen}}, {operational, plural, =0 {geen operationele doelstelling} one {# operationele doelstelling} other {# operationele doelstellingen}} en {actions, plural, =0 {geen actie} one {# actie} other {# acties}}, waarvan {done, plural, =0 {geen enkele voltooid} one {# voltooid} other {# voltooid}}.',
  'public.progress': 'Voortgang van het plan',
  'public.standing': 'Stand van de acties',
  'public.goals': 'Voortgang per duurzame-ontwikkelingsdoelstelling (SDG)',
  'public.serving':
    '{count, plural, =0 {niets in dit plan} one {# doelstelling of actie, {done}} other {# doelstellingen en acties, {done}}}',
  'public.search': 'Zoeken in het plan',
  'public.matches':
    '{count, plural, =0 {Niets in dit plan beantwoordt aan deze zoekopdracht.} one {# doelstelling of actie beantwoordt aan deze zoekopdracht; wat eromheen staat, wordt ook getoond.} other {# doelstellingen en acties beantwoorden aan deze zoekopdracht; wat eromheen staat, wordt ook getoond.}}',
  'public.budget': 'Gepland budget per jaar en per bron',
  'public.also': 'Draagt ook bij tot deze doelstelling:',
  'public.until': 'Termijn: {date}',
  'public.costs': 'Budget: {amount}',
  'public.mandataries': '{count, plural, one {Mandataris} other {Mandatarissen}}: {names}',
  'public.sdg': 'SDG\u00A0{goal}',
  'public.indicator': '{label}: {value} {unit} (te bereiken: {target})',
  'public.data': 'Open data',
  'public.csv': 'Tabel als open data (CSV)',
  'public.sheet': 'Tabel voor rekenblad (CSV, puntkomma’s)',
  'public.json': 'Volledige gegevens (JSON)',
  'public.level': 'Niveau',
  'public.above': 'Draagt bij tot',
  'public.done': 'Voortgang (%)',
  'public.euros': 'Budget {year} (€)',
  'publication.tab': 'Publicatie',
  'publication.not_in_force':
    'Alleen een geldend plan wordt gepubliceerd: laat het eerst in werking treden.',
  'publication.leaves': 'Wat iedereen zal kunnen lezen',
  'publication.leaves_list': `De luiken, de doelstellingen, de acties en de subacties die meer dan alleen aangemaakt zijn, met hun beschrijving (zonder de afgeschermde passages)
Hun status, hun voortgang, hun termijn en de SDG’s die ze dienen
De budgetten per jaar en per bron, tot op de acties; de indicatoren en hun trend
De namen van de mandatarissen`,
  'publication.stays': 'Wat binnenshuis blijft',
  'publication.stays_list': `Wat alleen “aangemaakt” is, en wat eronder staat
De commentaren, de observaties, de opmerkingen en de commentaren bij het budget
De gezondheid van de acties en de reden ervan; waarom een voortgang met de hand is genoteerd
De diensten, de administratief verantwoordelijken, de trekkers en de andere personen
De taken, de bijlagen en de historiek`,
  'publication.preview': 'Bekijken vóór de publicatie',
  'publication.preview_help':
    'Dit is de pagina zoals ze nu zou worden gepubliceerd. Terug naar de publicatie',
  'publication.done': 'Versie nr.\u00A0{number} van het plan is openbaar.',
  'publication.undone': 'De versie is van de publieke pagina’s gehaald.',
}
