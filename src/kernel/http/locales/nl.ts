import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'field.required': 'Dit antwoord is nodig.',
  'field.too_long': 'Ten hoogste {most, number} tekens.',
  'field.at_least': 'Ten minste {least, number}.',
  'field.at_most': 'Ten hoogste {most, number}.',
  'field.date': 'Geef een bestaande datum, bijvoorbeeld 25/06/2026.',
  'field.number': 'Geef een getal, bijvoorbeeld 1250,50.',
  'field.twofold':
    'Dit bedrag kan op twee manieren worden gelezen: schrijf 12\u00A0345 voor duizendtallen, 12,35 voor centen.',
  'field.whole': 'Geef een geheel getal in cijfers, bijvoorbeeld 12.',
  'field.no_such_hour': 'Dit uur bestaat niet: die nacht gaat de klok een uur vooruit.',
  'field.character':
    'Een van de tekens kan niet bewaard worden: wis de onzichtbare of typ de tekst opnieuw.',
  'field.empty_file': 'Een van de bestanden is leeg: kies het opnieuw.',
  'field.choose': 'Kies een van de voorgestelde antwoorden.',
  'field.wrong': 'Dit antwoord heeft niet de verwachte vorm.',
  'field.json': 'De inhoud van de aanvraag is geen JSON.',
  too_large: 'De zending is groter dan {megabytes, number}\u00A0MB.',
  foreign_form: 'Dit formulier komt van een andere site: er is geen rekening mee gehouden.',
  overtaken: 'Iemand heeft zonet hetzelfde geschreven: kijk wat er staat en probeer het opnieuw.',
  sign_in_needed: 'Meld u aan om verder te gaan.',
}
