import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'sign_in.done': 'U bent aangemeld',
  'sign_in.done_help': 'Schreef u in een ander tabblad, ga er dan naar terug: uw tekst wacht daar.',
  'sign_in.title': 'Aanmelden',
  'sign_in.lead': 'Ruimte voor personeelsleden en mandatarissen · {authority}',
  'sign_in.login': 'Gebruikersnaam',
  'sign_in.password': 'Wachtwoord',
  'sign_in.submit': 'Aanmelden',
  'sign_in.refused': 'Gebruikersnaam of wachtwoord is onjuist.',
  'sign_in.elsewhere':
    'Voor u is het wachtwoord hier niet meer de toegang: meld u aan via de identiteitsprovider van uw bestuur, met de knop hierboven.',
  'sign_in.emergency': 'Noodtoegang (beheerders, mandatarissen)',
  'sign_in.too_many':
    'Te veel pogingen: probeer het over {minutes, plural, one {een minuut} other {# minuten}} opnieuw, of vraag hulp aan uw beheerder.',
  'password.short':
    '{signs, plural, =0 {Geef een wachtwoord op} one {Slechts één teken} other {Slechts # tekens}}: er zijn er minstens {least} nodig. Een zin van enkele woorden volstaat.',
  'password.long': 'Meer dan {most} tekens: maak het korter.',
  'password.common':
    'Het is er een dat eerst geraden wordt, of bestaat uit woorden, reeksen of datums die iedereen gebruikt: kies een ander, van enkele woorden die niets met elkaar te maken hebben.',
  'password.tells': 'Het bevat “{word}”, wat iedereen weet die het wil raden: kies een ander.',
  'letter.invitation.subject': 'Uw toegang tot {authority}',
  'letter.invitation.text':
    'Dag {name},\n\nU hebt toegang tot de ruimte voor personeelsleden en mandatarissen van {authority}. Uw gebruikersnaam is {login}.\n\nKies uw wachtwoord met deze link, binnen zeven dagen:\n{href}\n\nHij werkt één keer. Geef hem aan niemand.\n',
  'letter.reset.subject': 'Uw wachtwoord bij {authority}',
  'letter.reset.text':
    'Dag {name},\n\nIemand vroeg een nieuw wachtwoord voor uw gebruikersnaam {login} bij {authority}. Was u dat, kies het dan met deze link, binnen dertig minuten:\n{href}\n\nHij werkt één keer. Hebt u niets gevraagd, doe dan niets: uw wachtwoord blijft wat het is.\n',
  'task.write_reset': 'Schrijven aan wie zijn wachtwoord vergat',
  'device.known': '{browser} op {system}',
  'device.unknown': 'Een programma',
  'letter.device.subject': '{authority}: aanmelding vanaf een nieuw toestel',
  'letter.device.text':
    'Dag {name},\n\nIemand meldde zich onder uw naam aan bij {authority}, vanaf een toestel dat wij niet kenden:\n\n{device}, adres {from}\n{at}\n\nWas u dat, dan hoeft u niets te doen. Zo niet, beëindig die aanmelding, wijzig uw wachtwoord en verwittig uw beheerder:\n{href}\n',
  'sign_in.second':
    'Een tweede factor wordt gevraagd: een programma komt binnen met een toegangssleutel, een persoon via de aanmeldpagina.',
  'proof.title': 'Bevestig dat u het bent',
  'proof.lead':
    'Wat u doet is delicaat, en u meldde zich een tijd geleden aan. Niets van wat u invulde gaat verloren.',
  'proof.password': 'Wachtwoord, of code van uw telefoon',
  'proof.password_help': 'Daarna wordt het tien minuten niet meer gevraagd.',
  'proof.go_on': 'Bevestigen en verdergaan',
  'proof.leave': 'Teruggaan zonder iets te doen',
  'proof.wrong': 'Dit is noch uw wachtwoord, noch een code die nu geldt.',
  'proof.wanted': 'Hiervoor moet u op de pagina bevestigen wie u bent.',
  'proof.program':
    'Hiervoor moet u opnieuw bewijzen wie u bent: POST /api/security/proof, of een nieuwe sessie. Een programma kan dat niet.',
  login_taken: 'Iemand meldt zich al aan als “{login}”.',
  'sign_out.done': 'U bent afgemeld.',
  'hat.named.elected': '{name} (als mandataris)',
  'hat.named.citizen': '{name} (burgerruimte)',
  'hat.named.company': '{name} (voor {called})',
  'hat.agent': 'Medewerker',
  'hat.elected': 'Mandaat',
  'hat.citizen': 'Burger',
  'hat.company': 'Voor {called}',
  'hat.not_theirs': 'Deze pet is niet de uwe.',
  'hat.title': 'Petten',
  'hat.worn': 'U handelt voortaan zo: {hat}.',
  'hat.change': 'Overschakelen naar: {hat}',
  'seeing.as': 'U ziet het platform als {name}, alleen lezen, tot {until}.',
  'seeing.stop': 'Stoppen',
  'seeing.ended': 'U bent weer uzelf.',
}
