import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  not_found: 'Deze pagina bestaat niet of is niet voor u bestemd.',
  forbidden: 'U hebt het recht niet om dat te doen.',
  other_hat:
    'Dit is voor medewerkers en mandatarissen: in de hoedanigheid waarin u handelt hebt u er geen toegang toe.',
  invalid: 'Sommige antwoorden moeten worden verbeterd.',
  fault: 'Bij ons is een fout opgetreden. Ze is geregistreerd onder de referentie {id}.',
  stale:
    'Dit dossier is intussen gewijzigd door {name}. Kijk die versie na en begin zo nodig opnieuw.',
  no_authority: 'Op dit adres is er geen bestuur.',
  'title.403': 'Toegang geweigerd',
  'title.404': 'Pagina niet gevonden',
  'title.409': 'Voorlopig niet mogelijk',
  'title.413': 'Zending te groot',
  'title.422': 'Te verbeteren',
  'title.429': 'Te veel pogingen',
  'title.500': 'Interne fout',
  'title.503': 'Dienst niet beschikbaar',
  files_in_use: 'Deze bestanden worden nu bewaard of in een back-up gezet; probeer straks opnieuw.',
  files_away:
    'Bestanden kunnen nu niet gelezen of bewaard worden; verder is niets verloren, probeer het straks opnieuw.',
  in_person:
    'Dit is de handeling van een persoon: geen programma stemt, tekent, beslist of geeft rechten.',
  out_of_scope: 'Dit programma kreeg niet het recht om in dit domein te handelen.',
  start_code:
    'Dit is niet de startcode van deze server, of hij is al gebruikt. De server schrijft er bij elke start een in zijn logboek.',
  too_many_screens:
    'Er volgen al te veel schermen: sluit er een. Dit scherm wordt nu en dan bijgewerkt.',
  quota:
    '{what, select, files {De ruimte van het bestuur voor bestanden is vol} people {Het bestuur heeft zoveel accounts als het mag} mails {Het bestuur schreef vandaag zoveel berichten als het mag; probeer het morgen opnieuw} jobs {Er wachten al te veel taken van het bestuur; probeer het later opnieuw} other {Het bestuur vraagt te vaak; probeer het over een minuut opnieuw}}. Er werd niets bewaard: een beheerder ziet het gebruik, en de exploitant kan meer geven.',
}
