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
  'field.choose': 'Kies een van de voorgestelde antwoorden.',
  'field.wrong': 'Dit antwoord heeft niet de verwachte vorm.',
  'field.json': 'De inhoud van de aanvraag is geen JSON.',
  too_large: 'De zending is groter dan {megabytes, number}\u00A0MB.',
  foreign_form: 'Dit formulier komt van een andere site: er is geen rekening mee gehouden.',
  sign_in_needed: 'Meld u aan om verder te gaan.',
}
