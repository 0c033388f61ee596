import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  see: 'Zien als',
  title: 'Het platform zien als {name}',
  lead: 'Om te helpen: u ziet wat deze persoon ziet, en kunt niets doen in diens naam.',
  rules:
    'Hoogstens vijftien minuten. {name} krijgt bericht, met uw reden; elke bekeken pagina komt in het beveiligingslogboek. Ontwerpen en de beveiliging van de toegang worden niet getoond.',
  reason: 'Reden',
  reason_help: 'Minstens tien tekens: {name} zal ze lezen.',
  oneself: 'U bent deze persoon al.',
  not_in: '{name} kan zich vandaag niet aanmelden.',
  administrator: '{name} is ook beheerder: niemand ziet als een andere beheerder.',
  notice: 'Uw toegang',
  told: 'zag het platform zoals u, alleen lezen. Reden: {reason}',
  'permission.see_as': 'Het platform zien als iemand anders',
  'person.done.see': 'zag het platform als iemand anders',
  begun: 'U ziet als deze persoon. Wat u opent, komt in het logboek.',
}
