import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  infected: 'Virusscanner',
  infected_told:
    'De bijlage “{title}” bevat een virus ({found}): ze wordt aan niemand meer gegeven. Haal ze weg en verwittig uw informaticadienst.',
  'infected.done.find': 'vond een virus',
  title: 'Werk op de achtergrond',
  lead_all: 'Wat het huis voor iedereen ondertussen doet, en wat niet kon.',
  lead_mine: 'Wat het huis ondertussen voor u doet, en wat niet kon.',
  failed: 'Konden niet',
  none_failed: 'Niets is mislukt.',
  waiting: 'Bezig of wachtend',
  none_waiting: 'Er wacht niets.',
  haste: 'Uitgesteld werk nu proberen',
  hastened:
    '{count, plural, =0 {Er was niets uitgesteld.} one {# werk wordt opnieuw geprobeerd.} other {# werken worden opnieuw geprobeerd.}}',
  again: 'Opnieuw',
  sent_again: 'Het werk is opnieuw gestart.',
  leave: 'Laten',
  leave_sure: 'Dit werk niet meer doen? Wat ervan afhing, blijft zonder.',
  left: 'Dit werk wordt niet meer gedaan.',
  sent_by: 'gevraagd door {name}',
  tried:
    '{count, plural, one {Eén poging mislukte} other {# pogingen mislukten}}; wat in de weg zit kan overgaan.',
  next: 'volgende poging: {when}',
  begun: 'bezig',
  failed_because: '{what}: kon niet. {why}',
  'task.forget_done': 'Vergeten van beëindigd werk',
  kept_after: 'na het einde van het werk; wat mislukte blijft tot iemand beslist',
  kept_because: 'Opdat werk niet twee keer gebeurt.',
  held_personal: 'naam van wie het werk vroeg',
  'task.clear_files': 'Wissen van bestanden die niets meer nodig heeft',
  'permission.read': 'Werk op de achtergrond volgen en opnieuw starten',
}
