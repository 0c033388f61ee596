import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'sign_in.done': 'Sie sind angemeldet',
  'sign_in.done_help':
    'Wenn Sie in einem anderen Tab schrieben, kehren Sie dorthin zurück: Ihr Text wartet dort.',
  'sign_in.title': 'Anmelden',
  'sign_in.lead': 'Bereich für Bedienstete und Mandatare · {authority}',
  'sign_in.login': 'Benutzername',
  'sign_in.password': 'Passwort',
  'sign_in.submit': 'Anmelden',
  'sign_in.refused': 'Benutzername oder Passwort ist falsch.',
  'sign_in.elsewhere':
    'Für Sie ist das Passwort hier nicht mehr der Zugang: Melden Sie sich über den Identitätsanbieter Ihrer Verwaltung an, mit dem Knopf oben.',
  'sign_in.emergency': 'Notzugang (Administratoren, Mandatare)',
  'sign_in.too_many':
    'Zu viele Versuche: Versuchen Sie es in {minutes, plural, one {einer Minute} other {# Minuten}} erneut, oder bitten Sie Ihre Verwaltung um Hilfe.',
  'password.short':
    '{signs, plural, =0 {Geben Sie ein Passwort ein} one {Nur ein Zeichen} other {Nur # Zeichen}}: Es braucht mindestens {least}. Ein Satz aus einigen Wörtern genügt.',
  'password.long': 'Mehr als {most} Zeichen: Kürzen Sie es.',
  'password.common':
    'Es gehört zu denen, die zuerst erraten werden, oder besteht aus Wörtern, Reihen oder Daten, die alle verwenden: Wählen Sie ein anderes, aus einigen Wörtern ohne Zusammenhang.',
  'password.tells':
    'Es enthält „{word}“, was jeder kennt, der es erraten will: Wählen Sie ein anderes.',
  'letter.invitation.subject': 'Ihr Zugang zu {authority}',
  'letter.invitation.text':
    'Guten Tag {name},\n\nSie haben Zugang zum Bereich für Bedienstete und Mandatare von {authority}. Ihr Benutzername ist {login}.\n\nWählen Sie Ihr Passwort über diesen Link, innerhalb von sieben Tagen:\n{href}\n\nEr gilt einmal. Geben Sie ihn niemandem.\n',
  'letter.reset.subject': 'Ihr Passwort bei {authority}',
  'letter.reset.text':
    'Guten Tag {name},\n\njemand hat für Ihren Benutzernamen {login} bei {authority} ein neues Passwort verlangt. Wenn Sie das waren, wählen Sie es über diesen Link, innerhalb von dreißig Minuten:\n{href}\n\nEr gilt einmal. Haben Sie nichts verlangt, tun Sie nichts: Ihr Passwort bleibt, wie es ist.\n',
  'task.write_reset': 'Wer sein Passwort vergessen hat, wird angeschrieben',
  'device.known': '{browser} unter {system}',
  'device.unknown': 'Ein Programm',
  'letter.device.subject': '{authority}: Anmeldung von einem neuen Gerät',
  'letter.device.text':
    'Guten Tag {name},\n\njemand hat sich unter Ihrem Namen bei {authority} angemeldet, von einem Gerät, das wir nicht kannten:\n\n{device}, Adresse {from}\n{at}\n\nWenn Sie das waren, ist nichts zu tun. Sonst beenden Sie diese Anmeldung, ändern Sie Ihr Passwort und melden Sie es Ihrer Verwaltung:\n{href}\n',
  'sign_in.second':
    'Ein zweiter Faktor wird verlangt: Ein Programm kommt mit einem Zugangsschlüssel herein, eine Person über die Anmeldeseite.',
  'proof.title': 'Bestätigen Sie, dass Sie es sind',
  'proof.lead':
    'Was Sie tun, ist heikel, und Sie haben sich vor einer Weile angemeldet. Nichts, was Sie ausgefüllt haben, geht verloren.',
  'proof.password': 'Passwort oder Code Ihres Telefons',
  'proof.password_help': 'Danach wird zehn Minuten lang nicht mehr gefragt.',
  'proof.go_on': 'Bestätigen und weiter',
  'proof.leave': 'Zurück, ohne etwas zu tun',
  'proof.wrong': 'Das ist weder Ihr Passwort noch ein Code, der jetzt gilt.',
  'proof.wanted': 'Dafür müssen Sie auf der Seite bestätigen, wer Sie sind.',
  'proof.program':
    'Dafür müssen Sie erneut nachweisen, wer Sie sind: POST /api/security/proof oder eine neue Sitzung. Ein Programm kann das nicht.',
  login_taken: 'Jemand meldet sich bereits als „{login}“ an.',
  'sign_out.done': 'Sie sind abgemeldet.',
  'hat.named.elected': '{name} (im Mandat)',
  'hat.named.citizen': '{name} (Bürgerbereich)',
  'hat.named.company': '{name} (für {called})',
  'hat.agent': 'Bedienstete',
  'hat.elected': 'Mandat',
  'hat.citizen': 'Bürger',
  'hat.company': 'Für {called}',
  'hat.not_theirs': 'Diese Rolle ist nicht Ihre.',
  'hat.title': 'Rollen',
  'hat.worn': 'Sie handeln von jetzt an so: {hat}.',
  'hat.change': 'Wechseln zu: {hat}',
  'seeing.as': 'Sie sehen die Plattform als {name}, nur lesend, bis {until}.',
  'seeing.stop': 'Beenden',
  'seeing.ended': 'Sie sind wieder Sie selbst.',
}
