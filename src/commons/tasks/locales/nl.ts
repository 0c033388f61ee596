import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Te behandelen',
  lead: '{count, plural, =0 {nu wacht niets op u} one {# dossier wacht op u} other {# dossiers wachten op u}}',
  'lead.late': '{count, plural, =0 {} other {# te laat}}',
  'lead.today': '{count, plural, =0 {} other {# voor vandaag}}',
  'lead.tomorrow': '{count, plural, =0 {} other {# voor morgen}}',
  empty: 'Van u wordt niets gevraagd. Dossiers die u nodig hebben, verschijnen hier.',
  nothing_now: 'Hier is niets dringend.',
  kinds: 'Wat wacht, per soort',
  all: 'Alles',
  kind_wrong: '„{kind}” is geen soort dossier: hier is alles wat op u wacht.',
  since: 'sinds {date}',
  'section.late': 'Te laat',
  'section.today': 'Vandaag',
  'section.tomorrow': 'Morgen, {day}',
  'section.week': 'Tegen {day}',
  'section.none': 'Zonder termijn',
  'section.later': 'Later',
  later:
    'Later: {count, plural, one {één termijn, op {date}; ze komt} other {# termijnen, de eerste op {date}; elk komt}} zeven dagen vooraf terug.',
  'later.show': 'Bekijken wat later komt',
  back: 'Terug naar wat eerst komt',
  shown: '{shown, number} van {total, number}',
  all_shown:
    '{later, plural, =0 {{total, plural, =0 {Niets getoond} one {Eén dossier, getoond} other {Alle # dossiers zijn getoond}}} other {{total, plural, one {# getoond} other {# getoond}}, # later}}',
  'coming.more': 'De eerste {count, number}; er volgen er meer.',
  coming: 'Volgende zittingen',
  'group.decide': 'Beslissen',
  'group.citizens': 'Burgers',
  'group.territory': 'Grondgebied',
  'group.steer': 'Sturen',
}
