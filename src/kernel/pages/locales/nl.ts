import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  trades: 'Domeinen',
  'trades.none': 'Geen domein van dit bestuur heet “{q}”.',
  'trades.find': 'Naam van het domein',
  'trades.look': 'Zoeken',
  'trades.waiting':
    '{count, plural, =0 {Niets wacht op u} one {# dossier wacht op u} other {# dossiers wachten op u}}',
  somebody: 'Iemand anders',
  overtaken:
    '{name} heeft intussen iets anders opgeslagen. Uw antwoorden staan hieronder nog; vergelijk ze met wat opgeslagen is en sla daarna opnieuw op.',
  together: 'Samen',
  administration: 'Beheren',
  home: 'Terug naar de startpagina',
  styleguide: 'Stijlgids',
  'search.title': 'Zoeken',
  'search.more': 'Meer dan {count, number} resultaten voor “{q}”',
  'search.narrow':
    'De beste eindigen hier: sorteer op datum om alles te zien, of voeg een woord toe.',
  'search.again': 'Zoeken',
  'search.for': 'Zoeken naar',
  'search.words': 'Gezochte woorden',
  'search.in': 'in',
  'search.place': 'Waar zoeken',
  'search.everywhere': 'alle vakgebieden',
  'search.since': 'gewijzigd van',
  'search.since.label': 'Gewijzigd sinds',
  'search.until': 'tot',
  'search.until.label': 'Gewijzigd tot',
  'search.sorted': 'gesorteerd op',
  'search.wrong_place':
    '„{value}” is geen vakgebied en geen soort dossiers: daar is niets te vinden.',
  'search.wrong_order': '„{value}” wordt niet begrepen en buiten beschouwing gelaten.',
  'search.order': 'Volgorde van de resultaten',
  'search.best': 'relevantie',
  'search.latest': 'datum',
  'search.kind': '{trade}: {kind}',
  'search.in_part': 'In de bijlage',
  'search.parts': '{count, plural, one {en één andere bijlage} other {en # andere bijlagen}}',
  'search.count':
    '{count, plural, =0 {Geen resultaat} one {# resultaat} other {# resultaten}} voor “{q}”',
  'search.instead': 'Niets stemt overeen met “{q}”. Dit stemt overeen met:',
  'search.nothing':
    'In alles wat u mag lezen, stemt niets overeen met “{q}”. Probeer een ander woord.',
  'search.ask': 'Schrijf een woord, een referentie of het begin van een titel.',
  'public.description': 'Wat {authority} publiceert.',
  'public.lead':
    'Wat dit bestuur publiceert: elke tekst is een gedateerde kopie die niemand kan wijzigen.',
  'public.nothing': 'Hier is nog niets gepubliceerd.',
  'public.all': 'Alles bekijken',
  'public.sign_in': 'Aanmelden',
  'public.agents': 'Personeel en mandatarissen',
  'public.agents.lead': 'Werkt u voor dit bestuur, of bent u er verkozen?',
  'pasted.left': 'Weggelaten: {what}.',
  'pasted.deleted':
    '{count, plural, one {# geschrapte passage (bijgehouden wijzigingen)} other {# geschrapte passages (bijgehouden wijzigingen)}}',
  'pasted.comment': '{count, plural, one {# opmerking} other {# opmerkingen}}',
  'pasted.hidden': '{count, plural, one {# verborgen passage} other {# verborgen passages}}',
  'pasted.img': '{count, plural, one {# afbeelding} other {# afbeeldingen}}',
  'pasted.link':
    '{count, plural, one {# link waarvan het adres geen http, https of mailto is, of die meer dan woorden omvat} other {# links waarvan het adres geen http, https of mailto is, of die meer dan woorden omvatten}}',
  'pasted.embedded':
    '{count, plural, one {# ingesloten inhoud (tekening, video, andere pagina)} other {# ingesloten inhouden (tekeningen, video’s, andere pagina’s)}}',
  'pasted.number':
    '{count, plural, one {# nummering van een lijst die niet tussen 0 en 9999 ligt} other {# nummeringen van lijsten die niet tussen 0 en 9999 liggen}}',
  'pasted.span':
    '{count, plural, one {# cel over meer dan 100 kolommen} other {# cellen over meer dan 100 kolommen}}',
  'pasted.nesting':
    '{count, plural, one {# lijst, citaat of tabel meer dan {deepest, number} niveaus diep} other {# lijsten, citaten of tabellen meer dan {deepest, number} niveaus diep}}',
  'pasted.too_much': 'Deze tekst is te zwaar om over te nemen.',
  'status.title': 'Toestand van de dienst',
  'status.works': 'De dienst werkt.',
  'status.incident': 'Er is iets mis; eraan wordt gewerkt.',
  'status.slowed': 'De dienst werkt, maar antwoordt traag.',
  'status.late': 'De dienst werkt, maar niet alles volgt.',
  'status.ails.database': 'De databank antwoordt traag.',
  'status.ails.jobs': 'Werk op de achtergrond (documenten, berichten) loopt achter.',
  'status.ails.mail': 'E-mail vertrekt nu niet; niets gaat verloren.',
  'status.ails.files': 'Bestanden kunnen nu niet gelezen of toegevoegd worden.',
  'status.read_only': 'Alles kan gelezen worden, niets kan nu gewijzigd worden.',
  'status.suspended':
    'De toegang van het personeel is geschorst; de openbare pagina’s blijven open.',
  'status.maintenance': 'De dienst is gesloten voor onderhoud.',
  'status.since': 'Sinds {at}.',
  'status.until': 'Einde voorzien op {at}.',
  'status.incidents': 'Laatste storingen',
  'status.none': 'Geen storing in de laatste 90 dagen.',
  'status.goes_on': 'aan de gang',
  'status.banner':
    'Alleen lezen: niets kan nu gewijzigd worden{until, select, known { (tot {at})} other {}}. {words}',
}
