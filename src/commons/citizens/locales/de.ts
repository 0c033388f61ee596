export const de = {
  'permission.space': 'Einen eigenen Bürgerbereich haben',
  'space.title': 'Mein Bereich',
  'space.lead': 'Was Sie bei {authority} betrifft.',
  organisation: 'Sie handeln für eine Organisation',
  notices: 'Mitteilungen',
  no_notice:
    'Nichts Neues: Sie werden hier benachrichtigt, und per E-Mail, wenn Ihre Adresse bestätigt ist.',
  identity: 'Meine Identität',
  name: 'Name',
  first_name: 'Vorname',
  last_name: 'Name',
  email: 'E-Mail-Adresse',
  email_help: 'Wir schreiben einen Link dorthin: Die Adresse wird Ihr Benutzername.',
  email_wrong: 'Das ist keine E-Mail-Adresse.',
  no_email: 'Keine bestätigte Adresse',
  assurance: 'Sicherheitsniveau',
  'assurance.none': 'Selbst angegeben',
  'assurance.low': 'Niedrig (eIDAS)',
  'assurance.substantial': 'Substanziell (eIDAS)',
  'assurance.high': 'Hoch (eIDAS)',
  number: 'Nationalregisternummer',
  'number.kept': 'Verschlüsselt aufbewahrt, nirgends gezeigt',
  'number.none': 'Nicht aufbewahrt',
  number_wrong:
    'Der öffentliche Dienst nannte eine Nationalregisternummer, die es nicht geben kann: Nichts wird eröffnet. Melden Sie es ihm oder wenden Sie sich an die Behörde.',
  another_number:
    'Dieses Konto gehört zu einer anderen Nationalregisternummer: Wenden Sie sich an die Verwaltung.',
  not_assured:
    'Dafür muss sicherer bekannt sein, wer Sie sind: Melden Sie sich über den öffentlichen Authentifizierungsdienst an (Personalausweis, itsme).',
  access: 'Mein Zugang',
  access_help: 'Passwort, Passkeys, zweiter Faktor und offene Sitzungen.',
  access_link: 'Sicherheit meines Zugangs',
  opened: 'Ihr Bereich ist eröffnet: Melden Sie sich mit Ihrer Adresse und Ihrem Passwort an.',
  too_many:
    'Zu viele Anfragen: Versuchen Sie es in {minutes, plural, one {einer Minute} other {# Minuten}} wieder.',
  'new.link': 'Bürger: meinen Bereich anlegen',
  'new.title': 'Meinen Bereich anlegen',
  'new.lead': 'Ihr Bürgerbereich bei {authority}.',
  'new.send': 'Link zusenden',
  'new.sent': 'Sehen Sie in Ihr Postfach',
  'new.sent_help':
    'Dort wartet ein Link, vierundzwanzig Stunden lang. Kommt er nicht, prüfen Sie die Adresse und die unerwünschte Post.',
  'new.back': 'Zurück zur Anmeldung',
  'new.over': 'Dieser Link gilt nicht mehr',
  'new.over_help': 'Er dient einmal, vierundzwanzig Stunden lang.',
  'new.again': 'Von vorn beginnen',
  'new.confirm': 'Mein Passwort wählen',
  'new.for': '{name} · {email} · {authority}',
  'new.open': 'Meinen Bereich eröffnen',
  'task.write_asked': 'Schreiben, wer einen Bürgerbereich verlangt',
  'task.forget_old': 'Alte Anträge und Mitteilungen vergessen',
  open_own: 'Meinen Bürgerbereich eröffnen',
  open_own_help:
    'Wenn Sie hier wohnen oder etwas zu erledigen haben, eröffnen Sie einen privaten Bereich: Sie wechseln über das Menü Ihres Namens, und nichts des einen ist im anderen zu sehen.',
  opened_own: 'Ihr Bürgerbereich ist eröffnet: Wechseln Sie über das Menü Ihres Namens.',
  'letter.asked.subject': 'Ihr Bereich bei {authority}',
  'letter.asked.text':
    'Guten Tag,\n\njemand hat mit dieser Adresse einen Bürgerbereich bei {authority} verlangt. Wenn Sie es waren, eröffnen Sie ihn mit diesem Link, innerhalb von vierundzwanzig Stunden:\n{href}\n\nEr dient einmal. Haben Sie nichts verlangt, tun Sie nichts: Es wird kein Bereich eröffnet.\n',
  'letter.known.subject': 'Ihr Zugang zu {authority}',
  'letter.known.text':
    'Guten Tag,\n\njemand hat mit dieser Adresse einen Bürgerbereich bei {authority} verlangt; sie hat schon einen Zugang. Wenn Sie es waren, melden Sie sich hier an; haben Sie Ihr Passwort vergessen, gibt dieselbe Seite ein anderes:\n{href}\n\nHaben Sie nichts verlangt, tun Sie nichts.\n',
  'letter.notice.subject': '{authority}: eine Mitteilung in Ihrem Bereich',
  'letter.notice.text':
    'Guten Tag {name},\n\neine Mitteilung wartet in Ihrem Bereich bei {authority}:\n{href}\n',
  held: 'Bürgerbereiche',
  'held.because': 'Solange die Person ihren Bereich behält',
  'held.personal':
    'Name, E-Mail-Adresse, Sicherheitsniveau, verschlüsselte Nationalregisternummer, Mitteilungen',
  'held.purpose': 'Bürgern erlauben, ihre Anliegen online zu verfolgen und ihre Rechte auszuüben',
  'held.law':
    'DSGVO Art. 6 Abs. 1 e; Gesetz vom 8. August 1983 zur Organisation eines Nationalregisters (Nummer)',
  address: 'Adresse',
  no_address: 'nicht bekannt',
  'space.name': 'Bürgerbereich',
  'erasing.goes':
    'kann gelöscht werden: Identität, Anschrift, Nationalregisternummer, Zugang und Mitteilungen; was beantragt wurde, bleibt mit seiner Akte',
  'erasing.subject': 'Ihr Bereich ist gelöscht ({authority})',
  'erasing.text':
    'Guten Tag,\n\nwie von Ihnen verlangt (DSGVO, Art. 17), ist Ihr Bereich bei {authority} gelöscht, mit allem, was Sie einließ. Ihre Anliegen behalten ihre Akte so lange, wie das Gesetz es verlangt.\n\nSie können bei der Datenschutzbehörde Beschwerde einlegen.',
}
