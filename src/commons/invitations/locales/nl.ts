import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  lead: 'Wie nog geen toegang heeft, en de uitnodigingen die zijn verstuurd. Een uitnodiging bevat een link om een wachtwoord te kiezen; die geldt zeven dagen.',
  kept: 'Er is geen mailserver ingesteld: uitnodigingen zouden niet vertrekken. Stel er eerst een in, of geef elke persoon een link vanaf haar pagina.',
  look_again: 'Opnieuw bekijken',
  many: 'Meerdere personen uitnodigen',
  effect:
    '{count, plural, =0 {Niemand zou worden uitgenodigd} one {Eén persoon zou worden uitgenodigd} other {# personen zouden worden uitgenodigd}}{left, plural, =0 {.} one {; één blijft terzijde.} other {; # blijven terzijde.}}',
  later:
    'Hoogstens {most} uitnodigingen vertrekken tegelijk: {later, plural, one {één persoon blijft} other {# personen blijven}} voor de volgende keer.',
  again:
    'Ook schrijven naar wie nog een geldige uitnodiging heeft (de oude link geldt dan niet meer)',
  left: 'Terzijde gelaten: {count}',
  follow: 'Zouden worden uitgenodigd: {count}',
  note: 'Opmerking',
  returned: 'Een bericht naar dit adres kwam terug op {at}.',
  in_already: '{name} kan al binnen.',
  waits: '{name} heeft een uitnodiging die nog geldt (verstuurd op {day}).',
  do: '{count, plural, one {Deze persoon uitnodigen} other {# personen uitnodigen}}',
  done: 'De uitnodigingen vertrekken. Dit is wat ervan wordt.',
  done_kept:
    'Er is geen mailserver ingesteld: de uitnodigingen zijn geschreven en vertrekken niet.',
  nobody: 'Geen van deze personen kan worden uitgenodigd.',
  changed: 'Dit is wie nu zou worden uitgenodigd.',
  chosen_none: 'Kies eerst personen in de lijst.',
  gone: 'Iemand die niet meer in de lijst staat',
  rounds: 'Verzendingen',
  rounds_none: 'Er werden nog geen meerdere personen tegelijk uitgenodigd.',
  round_sent: '{count, plural, one {Eén uitnodiging} other {# uitnodigingen}}',
  round_by: '{name}, {at}',
  round_of: 'Uitnodigingen van {day}',
  round_facts:
    '{sent, plural, one {Eén uitnodiging} other {# uitnodigingen}} door {name}, {came, plural, =0 {nog niemand kwam} one {één persoon kwam} other {# personen kwamen}}{left, plural, =0 {.} one {; één terzijde gelaten.} other {; # terzijde gelaten.}}',
  round_later:
    '{count, plural, one {Eén persoon wacht} other {# personen wachten}} op de volgende verzending.',
  round_message: 'Bericht',
  'mail.waiting': 'wacht op verzending',
  'mail.sent': 'vertrokken',
  'mail.refused': 'geweigerd door de server',
  'mail.kept': 'geschreven, niet verstuurd',
  'mail.returned': 'teruggekomen',
  'mail.forgotten': 'sindsdien gewist',
}
