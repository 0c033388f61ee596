import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  no_subject: 'De provider zegt niet om wie het gaat: geen identiteit wordt gekoppeld.',
  linked_elsewhere:
    'Deze identiteit is al aan een andere persoon gekoppeld: ontkoppel ze eerst, als het een fout is.',
  has_another:
    'Deze persoon heeft bij deze provider al een andere identiteit: ontkoppel ze eerst, als het een fout is.',
  issuer_taken: 'Een andere provider heeft deze uitgever al.',
  too_many: 'Er zijn al {most} providers: verwijder er een.',
  several_issuers:
    'Deze provider antwoordt voor verschillende organisaties: geef het uitgeversadres van de uwe.',
  not_of_staff: 'Een aanbieder van burgers kan niet de enige weg van de medewerkers zijn.',
  serves_stays:
    'Een aanbieder blijft van wie hij bedient, medewerkers of burgers: voeg een andere toe.',
  'failure.cancelled': 'U hebt het bij {name} niet afgemaakt. Er is niets gebeurd.',
  'failure.refused':
    '{name} heeft u niet binnengelaten. Vraag de beheerder waarom, of kom anders binnen.',
  'failure.unavailable':
    '{name} antwoordt niet, of te traag. Probeer het straks opnieuw, of kom anders binnen.',
  'failure.misconfigured':
    '{name} aanvaardt niet wat het huis stuurt, of antwoordt verkeerd. Verwittig de beheerder; kom intussen anders binnen.',
  'failure.nonce':
    'Het antwoord van {name} hoort niet bij deze aanvraag (nonce). Begin opnieuw; komt het terug, verwittig dan de beheerder.',
  'failure.expired':
    'Het antwoord van {name} is niet van nu: een van beide klokken loopt verkeerd, of het duurde te lang. Begin opnieuw; komt het terug, verwittig dan de beheerder.',
  'failure.unknown_key':
    'Het antwoord van {name} is getekend met een sleutel die hij niet bekendmaakt: het is niets waard. Verwittig de beheerder.',
  'failure.audience':
    'Het antwoord van {name} is voor een andere toepassing. Verwittig de beheerder.',
  'failure.issuer':
    'Het antwoord komt niet van {name}, of zegt van een ander te zijn. Verwittig de beheerder.',
  'failure.assurance':
    '{name} staat niet genoeg in voor wie u bent: kom langs een veiligere weg binnen (identiteitskaart, app).',
  'failure.not_fresh':
    '{name} zegt niet dat u net bewezen hebt wie u bent. Begin opnieuw, of bevestig anders.',
  'failure.lost':
    'Deze aanvraag geldt niet meer, of komt uit een andere browser: ze geldt één keer, tien minuten lang. Begin opnieuw.',
}
