import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'field.required': 'Dit antwoord is nodig.',
  'field.too_long': 'Ten hoogste {most, number} tekens.',
  'field.at_least': 'Ten minste {least, number}.',
  'field.at_most': 'Ten hoogste {most, number}.',
  'field.date': 'Geef een bestaande datum, bijvoorbeeld 25/06/2026.',
  'field.number': 'Geef een getal, bijvoorbeeld 1250,50.',
  'field.twofold':
    '„{typed}” kan op twee manieren worden gelezen, {many} of {few}: schrijf „{write_many}” of „{write_few}”.',
  'field.implausible':
    'Het jaar {year} verrast hier: verwacht wordt een jaar van {first} tot {last}.',
  'field.doubled_hour':
    'Dit uur komt die nacht twee keer, wanneer de klok teruggaat: geef een uur voor {before} of vanaf {after}, of hetzelfde met zijn tijdsverschil.',
  'field.one_line': 'Hier wordt één regel verwacht: haal de regeleinden eruit.',
  'field.amount_least': 'Minstens {bound}.',
  'field.amount_most': 'Hoogstens {bound}.',
  'field.year_least': 'Ten vroegste in {bound}.',
  'field.year_most': 'Ten laatste in {bound}.',
  'field.no_page': 'Deze pagina met resultaten bestaat niet: begin opnieuw vooraan.',
  'field.whole': 'Geef een geheel getal in cijfers, bijvoorbeeld 12.',
  'field.no_such_hour': 'Dit uur bestaat niet: die nacht gaat de klok een uur vooruit.',
  'field.character':
    'Een van de tekens kan niet bewaard worden: wis de onzichtbare of typ de tekst opnieuw.',
  'field.unprintable.sign':
    'Geen enkel lettertype van het huis heeft het teken “{sign}” ({code}): het zou niet gedrukt kunnen worden. Schrijf het anders.',
  'field.unprintable.marks':
    'Een letter draagt meer dan {most} accenten of tekens: ze zou niet gedrukt kunnen worden.',
  'field.unprintable.word':
    'Een woord telt meer dan {most} letters: het zou niet gedrukt kunnen worden. Onderbreek het met een spatie.',
  'field.empty_file': 'Een van de bestanden is leeg: kies het opnieuw.',
  'field.choose': 'Kies een van de voorgestelde antwoorden.',
  'field.wrong': 'Dit antwoord heeft niet de verwachte vorm.',
  'field.offset': 'Geef het uur van hier, zonder tijdsverschil, bijvoorbeeld 25/06/2026 20:00.',
  'field.unknown':
    'Een antwoord met deze naam wordt hier niet verwacht: het zou niet gelezen worden.',
  'field.forbidden': 'Geen antwoord kan „{name}” heten.',
  'field.json': 'De inhoud van de aanvraag is geen JSON.',
  'field.too_deep': 'De inhoud van de aanvraag is meer dan {most, number} niveaus diep genest.',
  'field.no_file': 'Hier wordt geen bestand gevraagd.',
  'field.too_many_files': 'Hoogstens {most, plural, one {één bestand} other {# bestanden}}.',
  'field.file_name_unread':
    '“{name}” kan niet als bestandsnaam worden gelezen: de accenten hebben een andere codering. Hernoem het bestand en voeg het opnieuw toe.',
  'field.file_name':
    'De naam van het bestand is langer dan {most, number} bytes: kort hem in en kies het bestand opnieuw.',
  'field.infected':
    '“{name}” bevat een virus ({found}): het is niet bewaard. Verwittig uw informaticadienst.',
  'field.not_examined':
    '“{name}” kon niet worden onderzocht: de virusscanner antwoordt niet. Stuur het over enkele minuten opnieuw.',
  too_large: 'De zending is groter dan {size}.',
  too_many: 'De zending bevat meer dan {most, number} antwoorden.',
  busy: 'Er komen nu veel aanvragen binnen, of de databank antwoordt niet: probeer het over enkele seconden opnieuw.',
  no_room:
    'Er is geen plaats meer om het te bewaren: niets werd bewaard. De beheerder moet plaats maken; probeer het daarna opnieuw.',
  took_too_long:
    'Deze aanvraag duurde langer dan de databank toelaat en er is niets geschreven: doe ze in meerdere delen, of over enkele minuten.',
  foreign_page: 'Deze pagina wordt niet binnen een andere site getoond.',
  foreign_form: 'Dit formulier komt van een andere site: er is geen rekening mee gehouden.',
  overtaken: 'Iemand heeft zonet hetzelfde geschreven: kijk wat er staat en probeer het opnieuw.',
  key_reused: 'Deze sleutel is al voor een andere zending gebruikt: maak een nieuwe.',
  sent_before:
    'Dit is van hier al verzonden en gedaan: er is niets een tweede keer toegevoegd. Om het opnieuw toe te voegen, verzendt u het vanaf de pagina zoals die nu is.',
  rights_lost:
    'Dit is met deze sleutel al gedaan, maar uw rechten zijn sindsdien veranderd: het antwoord wordt u niet meer gegeven.',
  sign_in_needed: 'Meld u aan om verder te gaan.',
  key_in_address:
    'Een sleutel staat nooit in een adres, dat in logboeken en geschiedenissen blijft: stuur hem in de kop Authorization, en trek deze in.',
  'seeing.reads_only':
    'U ziet als iemand anders: in diens naam kan niets gedaan worden. Stop eerst.',
  'seeing.their_own': 'Dit is alleen van die persoon: wie als die persoon ziet, ziet het niet.',
  'closed.title_maintenance': 'Onderhoud bezig',
  'closed.title_suspended': 'Toegang geschorst',
  'closed.maintenance':
    'De dienst is gesloten voor onderhoud. Niets van wat bewaard werd, is verloren.',
  'closed.suspended':
    'De toegang tot deze pagina’s is geschorst. Wat gepubliceerd werd, blijft leesbaar op de openbare pagina’s.',
  'closed.until': 'Heropening voorzien op {at}.',
  'closed.contact': 'Inlichtingen: {contact}.',
  'closed.read_only':
    'Alles kan gelezen worden maar niets kan nu gewijzigd worden{until, select, known { (tot {at})} other {}}. {words} Wat u schreef, wordt bewaard: probeer het later opnieuw.',
}
