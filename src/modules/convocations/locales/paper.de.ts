import type { fr } from './fr.ts'

/** The letter that convokes, in German. The words of the law that a third one quotes are not here: nobody has read them in its German text. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  'subject.convocation': 'Einberufung: {title}',
  'subject.again': 'Einberufung: {title}',
  'subject.supplement': 'Ergänzte Tagesordnung: {title}',
  'subject.change': 'Änderung von Datum oder Ort: {title}',
  'subject.cancellation': 'Sitzung abgesagt: {title}',
  'letter.at': 'am {date} um {time}',
  'letter.at_place': 'am {date} um {time}, {place},',
  'letter.dear': 'Sehr geehrte Damen und Herren,',
  'letter.convocation':
    '{by, select, none {Hiermit berufen wir} other {Das {by} beruft}} Sie zur Sitzung ein, die {organ} {when} abhält.',
  'letter.again':
    '{by, select, none {Hiermit berufen wir} other {Das {by} beruft}} Sie zur Sitzung ein, die {organ} {when} abhält.',
  'letter.supplement':
    'Die Tagesordnung der Sitzung, die {organ} {when} abhält, ist ergänzt worden. Sie lautet nun wie folgt.',
  'letter.change':
    'Die Sitzung, die {organ} {before} abhalten sollte, findet {when} statt. Hiermit werden Sie dazu einberufen.',
  'letter.cancellation': 'Die Sitzung, die {organ} {when} abhalten sollte, ist abgesagt.',
  'letter.reason': 'Grund: {reason}',
  'letter.urgency': 'Dringende Einberufung: {urgency}',
  'letter.rank':
    '{rank, select, 2 {Zweite} other {Dritte}} Einberufung, da die Sitzung vom {date} nicht beschlussfähig war.',
  'letter.agenda': 'Tagesordnung (Fassung {version})',
  'letter.read':
    '{count, plural, =0 {Beschlussentwürfe} one {Erläuternde Notiz (Punkt {points}), Beschlussentwürfe} other {Erläuternde Notizen (Punkte {points}), Beschlussentwürfe}} und Anlagen: {href}',
  'letter.regards': 'Mit freundlichen Grüßen',
  'letter.show': 'Versandtes Schreiben lesen',
}
