import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'service.taken': 'Ein Dienst heißt bereits „{name}“.',
  'service.gone': 'Diesen Dienst gibt es nicht mehr.',

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
  councillor: 'Rat',
  'councillor.sees': 'die Ratsmitglieder',
  'councillor.does': 'die Ratsmitglieder',
  administrator: 'Administration',
  'administrator.sees': 'die Administratoren',
  'administrator.does': 'die Administratoren',

  'civility.mr': 'Herr\u00A0{name}',
  'civility.mrs': 'Frau\u00A0{name}',

  readers: 'Wer diese Akte sieht',
  'reader.service.all': 'der Dienst {name}',
  'reader.service.editor': 'die Sachbearbeiter des Dienstes {name}',
  'reader.service.head': 'der Leiter des Dienstes {name}',
  'reader.service.observer': 'die Beobachter des Dienstes {name}',
  held: 'Personen und Konten',
  'held.because':
    'Was sie unterzeichnet, abgestimmt oder entschieden haben, bleibt unter ihrem Namen.',
  'held.personal': 'Anrede und Name, Kennung, Mandate, Dienste und Rollen',
  'held.audit': 'Sicherheitsprotokoll',
  'held.audit_because':
    'Um nachher zu sagen, wer sich angemeldet hat und was heruntergeladen wurde.',
  'held.audit_personal': 'Name, Netzwerkadresse, Anmeldungen, Ablehnungen und Downloads',
}
