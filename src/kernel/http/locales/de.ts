import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'field.required': 'Diese Angabe ist nötig.',
  'field.too_long': 'Höchstens {most, number} Zeichen.',
  'field.at_least': 'Mindestens {least, number}.',
  'field.at_most': 'Höchstens {most, number}.',
  'field.date': 'Geben Sie ein bestehendes Datum an, zum Beispiel 25.06.2026.',
  'field.number': 'Geben Sie eine Zahl an, zum Beispiel 1250,50.',
  'field.twofold':
    '„{typed}“ lässt sich auf zwei Arten lesen, als {many} oder {few}: Schreiben Sie „{write_many}“ oder „{write_few}“.',
  'field.implausible':
    'Das Jahr {year} überrascht hier: Erwartet wird eines von {first} bis {last}.',
  'field.doubled_hour':
    'Diese Uhrzeit gibt es in dieser Nacht zweimal, weil die Uhren zurückgestellt werden: Geben Sie eine Uhrzeit vor {before} oder ab {after} an, oder dieselbe mit ihrer Zeitverschiebung.',
  'field.one_line': 'Hier wird eine einzige Zeile erwartet: Nehmen Sie die Zeilenumbrüche heraus.',
  'field.amount_least': 'Mindestens {bound}.',
  'field.amount_most': 'Höchstens {bound}.',
  'field.year_least': 'Frühestens {bound}.',
  'field.year_most': 'Spätestens {bound}.',
  'field.no_page': 'Diese Seite der Ergebnisse gibt es nicht: Beginnen Sie wieder am Anfang.',
  'field.whole': 'Geben Sie eine ganze Zahl in Ziffern an, zum Beispiel 12.',
  'field.no_such_hour':
    'Diese Uhrzeit gibt es nicht: In dieser Nacht werden die Uhren eine Stunde vorgestellt.',
  'field.character':
    'Ein Zeichen kann nicht gespeichert werden: Löschen Sie unsichtbare Zeichen oder tippen Sie den Text neu.',
  'field.unprintable.sign':
    'Keine Schrift des Hauses hat das Zeichen „{sign}“ ({code}): Es könnte nicht gedruckt werden. Schreiben Sie es anders.',
  'field.unprintable.marks':
    'Ein Buchstabe trägt mehr als {most} Akzente oder Zeichen: Er könnte nicht gedruckt werden.',
  'field.unprintable.word':
    'Ein Wort hat mehr als {most} Buchstaben: Es könnte nicht gedruckt werden. Trennen Sie es durch ein Leerzeichen.',
  'field.empty_file': 'Eine der Dateien ist leer: Wählen Sie sie erneut.',
  'field.choose': 'Wählen Sie eine der vorgeschlagenen Antworten.',
  'field.wrong': 'Diese Angabe hat nicht die erwartete Form.',
  'field.offset':
    'Geben Sie die hiesige Uhrzeit ohne Zeitverschiebung an, zum Beispiel 25/06/2026 20:00.',
  'field.unknown': 'Eine Angabe dieses Namens wird hier nicht erwartet: Sie würde nicht gelesen.',
  'field.forbidden': 'Keine Angabe kann „{name}“ heißen.',
  'field.json': 'Der Inhalt der Anfrage ist kein JSON.',
  'field.too_deep': 'Der Inhalt der Anfrage ist tiefer als {most, number} Ebenen verschachtelt.',
  'field.no_file': 'Hier wird keine Datei verlangt.',
  'field.too_many_files': 'Höchstens {most, plural, one {eine Datei} other {# Dateien}}.',
  'field.file_name_unread':
    '„{name}“ ist als Dateiname nicht lesbar: Die Akzente haben eine andere Kodierung. Benennen Sie die Datei um und fügen Sie sie erneut hinzu.',
  'field.file_name':
    'Der Name der Datei ist länger als {most, number} Bytes: Kürzen Sie ihn und wählen Sie die Datei erneut.',
  'field.infected':
    '„{name}“ enthält einen Virus ({found}): Die Datei wurde nicht behalten. Melden Sie es Ihrem Informatikdienst.',
  'field.not_examined':
    '„{name}“ konnte nicht untersucht werden: Der Virenscanner antwortet nicht. Senden Sie die Datei in einigen Minuten erneut.',
  too_large: 'Die Sendung ist größer als {size}.',
  too_many: 'Die Sendung enthält mehr als {most, number} Antworten.',
  busy: 'Im Augenblick treffen viele Anfragen ein, oder die Datenbank antwortet nicht: Versuchen Sie es in einigen Sekunden erneut.',
  no_room:
    'Es ist kein Platz mehr, um es zu speichern: Nichts wurde gespeichert. Der Betreiber muss Platz schaffen; versuchen Sie es danach erneut.',
  took_too_long:
    'Diese Anfrage hat länger gedauert, als die Datenbank zulässt, und nichts wurde geschrieben: Stellen Sie sie in mehreren Teilen oder in einigen Minuten erneut.',
  foreign_page: 'Diese Seite wird nicht innerhalb einer anderen Website gezeigt.',
  foreign_form: 'Dieses Formular kommt von einer anderen Website: Es wurde nicht berücksichtigt.',
  overtaken:
    'Jemand hat soeben dasselbe geschrieben: Sehen Sie nach, was da ist, und versuchen Sie es erneut.',
  key_reused:
    'Dieser Schlüssel wurde schon für eine andere Sendung verwendet: Erzeugen Sie einen neuen.',
  sent_before:
    'Das wurde von hier schon gesendet und ausgeführt: Es wurde nichts ein zweites Mal hinzugefügt. Um es erneut hinzuzufügen, senden Sie es von der Seite, wie sie jetzt ist.',
  rights_lost:
    'Das wurde mit diesem Schlüssel schon ausgeführt, aber Ihre Rechte haben sich seither geändert: Die Antwort wird Ihnen nicht mehr gegeben.',
  sign_in_needed: 'Melden Sie sich an, um fortzufahren.',
  key_in_address:
    'Ein Schlüssel steht nie in einer Adresse, die in Protokollen und Verläufen bleibt: Senden Sie ihn im Kopf Authorization, und widerrufen Sie diesen.',
  'seeing.reads_only':
    'Sie sehen als jemand anderes: In deren Namen kann nichts getan werden. Beenden Sie dies zuerst.',
  'seeing.their_own': 'Dies gehört nur dieser Person: Wer als sie sieht, sieht es nicht.',
  'closed.title_maintenance': 'Wartung',
  'closed.title_suspended': 'Zugang gesperrt',
  'closed.maintenance':
    'Der Dienst ist wegen Wartung geschlossen. Nichts von dem, was gespeichert wurde, ist verloren.',
  'closed.suspended':
    'Der Zugang zu diesen Seiten ist gesperrt. Was veröffentlicht wurde, bleibt auf den öffentlichen Seiten lesbar.',
  'closed.until': 'Wiedereröffnung voraussichtlich am {at}.',
  'closed.contact': 'Auskunft: {contact}.',
  'closed.read_only':
    'Alles kann gelesen, aber zurzeit nichts geändert werden{until, select, known { (bis {at})} other {}}. {words} Was Sie geschrieben haben, bleibt erhalten: Versuchen Sie es später noch einmal.',
}
