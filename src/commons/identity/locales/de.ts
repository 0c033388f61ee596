import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'forgotten.link': 'Passwort vergessen?',
  'forgotten.title': 'Passwort vergessen',
  'forgotten.lead': 'Wir senden Ihnen einen Link, mit dem Sie ein anderes wählen.',
  'forgotten.named': 'Benutzername oder E-Mail-Adresse',
  'forgotten.named_help': 'Die Adresse, an die Ihre Verwaltung Ihnen schreibt.',
  'forgotten.send': 'Link erhalten',
  'forgotten.sent': 'Ihre Anfrage ist angenommen',
  'forgotten.sent_help':
    'Wenn wir diese Person und ihre Adresse kennen, geht innerhalb einer Minute eine Nachricht ab. Der Link gilt dreißig Minuten. Nichts erhalten? Sehen Sie im Spam-Ordner nach, dann bitten Sie Ihre Verwaltung um Hilfe.',
  back: 'Zurück zur Anmeldung',
  'link.over': 'Dieser Link gilt nicht mehr',
  'link.over_help':
    'Er wurde benutzt, seine Frist ist abgelaufen, oder ein anderer hat ihn ersetzt. Verlangen Sie einen neuen; eine Einladung verlangen Sie bei Ihrer Verwaltung.',
  'link.ask': 'Link verlangen',
  'link.invitation': 'Willkommen: Wählen Sie Ihr Passwort',
  'link.reset': 'Wählen Sie ein neues Passwort',
  'link.for': 'Für {login} · {authority}',
  'link.choose': 'Dieses Passwort wählen',
  'link.done':
    'Ihr Passwort ist gewählt: Melden Sie sich an. Alle früheren Anmeldungen sind beendet.',
  'password.title': 'Passwort',
  'password.old': 'Aktuelles Passwort',
  'password.new': 'Neues Passwort',
  'password.again': 'Dasselbe noch einmal',
  'password.help':
    'Mindestens {least} Zeichen, welche Sie wollen: Am besten ist ein Satz, den Sie sich merken.',
  'password.differs': 'Die beiden sind verschieden: Geben Sie zweimal dasselbe ein.',
  'password.wrong': 'Das ist nicht Ihr aktuelles Passwort.',
  'password.change': 'Passwort ändern',
  'password.changed': 'Ihr Passwort ist geändert. Ihre anderen Anmeldungen sind beendet.',
  'security.title': 'Mein Zugang',
  'security.lead': 'Ihr Passwort und was Ihren Zugang schützt.',
  'task.forget_old': 'Abgelaufene Links und Versuche vergessen',
  settings: 'Zugang und Anmeldungen',
  session_hours: 'Dauer einer Anmeldung (Stunden)',
  'session_hours.help': 'Danach meldet sich jeder neu an; Eingegebenes bleibt.',
  idle_minutes: 'Ohne Benutzung (Minuten)',
  'idle_minutes.help': 'Eine Anmeldung, die niemand benutzt, endet nach dieser Zeit.',
  'sessions.title': 'Meine Anmeldungen',
  'sessions.from': 'Adresse {address}, seit {since}',
  'sessions.current': 'Diese',
  'sessions.end': 'Beenden',
  'sessions.end_others': 'Alle anderen beenden',
  'sessions.ended': 'Diese Anmeldung ist beendet.',
  'sessions.ended_all':
    '{count, plural, one {Eine andere Anmeldung ist beendet} other {# andere Anmeldungen sind beendet}}.',
  second_needed: 'Zweiter Faktor',
  'second_needed.help':
    'Von wem es bei der nächsten Anmeldung verlangt wird. Wer ihn eingerichtet hat, wird immer gefragt.',
  'second_needed.nobody': 'wer es will',
  'second_needed.administrators': 'Verwalter',
  'second_needed.everybody': 'alle',
  'second.title': 'Zweiter Faktor',
  'second.lead': 'Ihr Passwort stimmt. Es fehlt noch der Code Ihres Telefons.',
  'second.code': 'Code Ihres Telefons oder Notfallcode',
  'second.code_help':
    'Die sechs Ziffern der App; ohne Telefon einer der Codes, die Sie gedruckt haben.',
  'second.submit': 'Anmelden',
  'second.wrong':
    'Dieser Code gilt nicht oder nicht mehr: Nehmen Sie den, der jetzt angezeigt wird. Jeder Code gilt einmal.',
  'second.over': 'Beginnen Sie neu: Die Zeit für den Code ist abgelaufen.',
  'second.begin': 'Zweiten Faktor einrichten',
  'second.needed': 'Ihre Verwaltung verlangt ihn für Ihre Rolle.',
  'second.how':
    'Öffnen Sie auf Ihrem Telefon eine App für Codes (etwa die Ihres Passwortmanagers) und fügen Sie ein Konto hinzu: über das Bild, über den Link, wenn Sie dies auf dem Telefon lesen, oder durch Eintippen des Schlüssels.',
  'second.open': 'Zur App dieses Telefons hinzufügen',
  'second.secret': 'Schlüssel:',
  'second.first_code': 'Code, den die App anzeigt',
  'second.confirm': 'Diesen Code künftig verlangen',
  'second.card': 'Code des Telefons',
  'second.on':
    'Er wird bei jeder Anmeldung verlangt. {left, plural, =0 {Sie haben keinen Notfallcode mehr} one {Sie haben noch einen Notfallcode} other {Sie haben noch # Notfallcodes}}.',
  'second.off':
    'Zum Passwort sechs Ziffern, die nur Ihr Telefon kennt: Ein gestohlenes Passwort genügt nicht mehr.',
  'second.set_up': 'Einrichten',
  'second.remove': 'Nicht mehr verlangen',
  'second.remove_confirm':
    'Ihr Passwort genügt dann wieder, und Ihre Notfallcodes gelten nicht mehr. Weiter?',
  'second.removed': 'Der Code des Telefons wird nicht mehr verlangt.',
  'second.cannot_remove':
    'Ihre Verwaltung verlangt für Ihre Rolle einen zweiten Faktor: Er kann nicht entfernt werden. Ein anderer Verwalter kann ihn zurücksetzen.',
  'codes.title': 'Notfallcodes',
  'codes.once': 'Sie werden nicht mehr gezeigt',
  'codes.help':
    'Drucken oder notieren Sie sie, und bewahren Sie sie fern vom Computer auf. Jeder gilt einmal, wenn das Telefon fehlt. Frühere gelten nicht mehr.',
  'codes.go_on': 'Ich habe sie, weiter',
  'codes.renew': 'Neue Notfallcodes',
  'second.picture': 'QR-Code, mit dem Telefon zu lesen',
  'passkey.title': 'Passkeys',
  'passkey.lead':
    'Ihr Telefon, Ihr Computer oder ein Sicherheitsschlüssel erkennt Sie: weder Passwort noch Code.',
  'passkey.mine': 'Meine Passkeys',
  'passkey.none': 'Sie haben noch keinen.',
  'passkey.facts': '{host} · erstellt {made} · zuletzt benutzt: {used}',
  'passkey.never': 'nie',
  'passkey.make': 'Passkey hinzufügen',
  'passkey.make_now': 'Schlüssel auf diesem Gerät erstellen',
  'passkey.name': 'Name des Schlüssels',
  'passkey.name_help': 'Um ihn in der Liste zu erkennen: „Telefon“, „Laptop im Büro“.',
  'passkey.remove': 'Entfernen',
  'passkey.remove_confirm': 'Der Schlüssel „{name}“ öffnet Ihren Zugang dann nicht mehr. Weiter?',
  'passkey.removed': 'Der Schlüssel „{name}“ ist entfernt.',
  'passkey.made': 'Der Schlüssel „{name}“ öffnet nun Ihren Zugang.',
  'passkey.not_made':
    'Das Gerät hat keinen Schlüssel erstellt, oder zu spät: Drücken Sie den Knopf noch einmal.',
  'passkey.enough': 'Sie haben so viele wie möglich: Entfernen Sie zuerst einen.',
  'passkey.nothing':
    'Das Gerät hat nicht geantwortet: Versuchen Sie es noch einmal, oder machen Sie anders weiter.',
  'passkey.refused':
    'Dieser Passkey öffnet hier nichts oder nichts mehr: Melden Sie sich anders an.',
  'passkey.sign_in': 'Mit einem Passkey anmelden',
  'passkey.prove': 'Mit einem Passkey bestätigen',
  'passkey.scripts':
    'Um einen Schlüssel zu erstellen, muss der Browser die Skripte dieser Seite ausführen.',
  'passkey.link': 'Meine Passkeys verwalten',
}
