import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'service.taken': 'Een dienst heet al “{name}”.',
  'service.gone': 'Die dienst bestaat niet meer.',

  role_unknown: 'rol die het platform niet kent ({name})',
  agent: 'personeelslid',
  'agent.sees': 'alle personeelsleden',
  'agent.does': 'de personeelsleden',
  director_general: 'algemene directie',
  'director_general.sees': 'de algemene directie',
  'director_general.does': 'de algemeen directeur',
  mayor: 'burgemeester',
  'mayor.sees': 'de burgemeester',
  'mayor.does': 'de burgemeester',
  councillor: 'raad',
  'councillor.sees': 'de raadsleden',
  'councillor.does': 'de raadsleden',
  administrator: 'beheer',
  'administrator.sees': 'de beheerders',
  'administrator.does': 'de beheerders',

  'civility.mr': 'de heer\u00A0{name}',
  'civility.mrs': 'mevrouw\u00A0{name}',

  readers: 'Wie dit dossier ziet',
  'reader.service.all': 'de dienst {name}',
  'reader.service.editor': 'de opstellers van de dienst {name}',
  'reader.service.head': 'het hoofd van de dienst {name}',
  'reader.service.observer': 'de waarnemers van de dienst {name}',
  held: 'Personen en accounts',
  'held.because': 'Wat ze ondertekenden, stemden of beslisten, blijft op hun naam staan.',
  'held.personal': 'aanspreking en naam, login, mandaten, diensten en rollen',
  'held.audit': 'Veiligheidslogboek',
  'held.audit_because': 'Om achteraf te zeggen wie zich aanmeldde en wat werd gedownload.',
  'held.audit_personal': 'naam, netwerkadres, aanmeldingen, weigeringen en downloads',
}
