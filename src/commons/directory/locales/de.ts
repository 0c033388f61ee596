import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'service.taken': 'Ein Dienst heißt bereits „{name}“.',
  'service.gone': 'Diesen Dienst gibt es nicht mehr.',

  'letter.email.subject': '{authority}: Ihre E-Mail-Adresse hat sich geändert',
  'letter.email.text':
    'Guten Tag {name},\n\n{authority} schreibt Ihnen nicht mehr an diese Adresse: Eine andere wurde für Sie hinterlegt, oder diese wurde entfernt.\n\nDurch {by}, {at}\n\nWar es so gewollt, ist nichts zu tun. Sonst ändern Sie Ihr Passwort und melden Sie es Ihrer Verwaltung:\n{href}\n',

  role_unknown: 'Rolle, die die Plattform nicht kennt ({name})',
  agent: 'Bedienstete',
  'agent.sees': 'alle Bediensteten',
  'agent.does': 'die Bediensteten',
  director_general: 'Generaldirektion',
  'director_general.sees': 'die Generaldirektion',
  'director_general.does': 'der Generaldirektor',
  mayor: 'Bürgermeister',
  'mayor.sees': 'der Bürgermeister',
  'mayor.does': 'der Bürgermeister',
  councillor: 'Ratsmitglied',
  'councillor.sees': 'die Ratsmitglieder',
  'councillor.does': 'die Ratsmitglieder',
  data_protection_officer: 'Datenschutzbeauftragter',
  'data_protection_officer.sees': 'der Datenschutzbeauftragte',
  'data_protection_officer.does': 'der Datenschutzbeauftragte',
  administrator: 'Administrator',
  'administrator.sees': 'die Administratoren',
  'administrator.does': 'die Administratoren',

  'civility.mr': 'Herr\u00A0{name}',
  'civility.mrs': 'Frau\u00A0{name}',

  readers: 'Wer diese Akte sieht',
  'reader.service.all': '{name}, der ganze Dienst',
  'reader.service.editor': '{name}, die Sachbearbeiter',
  'reader.service.head': '{name}, die Leitung',
  'reader.service.observer': '{name}, die Beobachter',
  held: 'Personen und Konten',
  'held.because':
    'Was sie unterzeichnet, abgestimmt oder entschieden haben, bleibt unter ihrem Namen.',
  'held.personal': 'Anrede und Name, Benutzername, Mandate, Dienste und Rollen',
  'held.audit': 'Sicherheitsprotokoll',
  'held.audit_because':
    'Um nachher zu sagen, wer sich angemeldet hat und was heruntergeladen wurde.',
  'held.audit_personal': 'Name, IP-Adresse, Anmeldungen, Ablehnungen und Downloads',
  'held.audit_after': 'nach dem Ereignis',
  'task.forget_audit': 'Vergessen alter Zeilen des Sicherheitsprotokolls',
  acting: '{title} (stellvertretend)',
  'office.gone': 'Diese Person ist nach dem {day} nicht mehr da.',
  'office.held_already': 'Diese Person hat es an einem dieser Tage schon.',
  'office.wrong_way': 'Der letzte Tag liegt vor dem ersten.',
  'office.for_oneself': 'Niemand vertritt sich selbst.',
  'office.not_theirs': 'Diese Person hat es an diesen Tagen nicht und kann es nicht übertragen.',
  'office.past_service': 'Der Dienst „{name}“ ist vor diesem Tag geschlossen.',
  'office.mandate_not_delegated':
    'Ein Mandat wird nicht übertragen; es kann stellvertretend ausgeübt werden.',
  'task.begin_day': 'Rollen und Funktionen, die beginnen oder enden',
  'service.within_itself': 'Ein Dienst ist nicht Teil seiner selbst oder seiner Teile.',
  'service.closed_already': 'Der Dienst „{name}“ ist schon geschlossen.',
  'service.closed_before_opened': 'Der Dienst würde enden, bevor er beginnt.',
  'service.has_parts':
    'Der Dienst „{name}“ enthält andere, die weiterbestehen: {names}. Verschieben oder schließen Sie diese zuerst.',
  'service.has_people':
    '{count, plural, one {Eine Person arbeitet} other {# Personen arbeiten}} noch im Dienst „{name}“: Wählen Sie den Nachfolgedienst.',
  'service.open': 'Der Dienst „{name}“ ist nicht geschlossen.',
  last_administrator:
    'Niemand würde die Behörde mehr verwalten: Geben Sie diese Rolle zuerst jemand anderem.',
  address_in_person:
    'Ein Programm ändert nicht die Adresse eines Administrators: Dorthin gehen Links, die Zugang geben.',
  'names.offices': 'Rollen, Funktionen und Mandate',
  'names.for': 'Vertretungen und Übertragungen',
  'names.heir': 'Kollegen, deren Akten sie übernimmt',
  'names.merged': 'Früher zusammengeführte Dubletten',
  'office.since_when': 'Nennen Sie den ersten Tag dessen, was schon endete.',
}
