import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Gesendete Nachrichten',
  settles:
    'Abgegangene und zurückgekommene Nachrichten; wer sie zeichnet, wird auf dieser Seite entschieden.',
  lead: 'Die E-Mails, die das Haus im Namen Ihrer Verwaltung geschrieben hat.',
  nothing_leaves:
    'Kein Mailserver ist eingestellt: Die Nachrichten bleiben hier und gehen nirgendwohin.',
  letterbox_open:
    'Vorführung: Links, die Zugang geben, werden hier gelesen, denn ihre Empfänger sind erfunden. Anderswo liest sie niemand.',
  none: 'Es wurde keine Nachricht geschrieben.',
  latest: 'Letzte Nachrichten',
  about: 'Versand',
  to: 'An',
  written: 'Geschrieben',
  reason: 'Grund der Ablehnung',
  dossier: 'Akte',
  text: 'Text',
  withheld: 'Nachricht zu einer Akte, die Sie nicht sehen',
  withheld_why:
    'Der Text wird nur denen gezeigt, die die Akte sehen; der eines Links, der Zugang gibt, niemandem.',
  'state.waiting': 'Wartet',
  'state.sent': 'Übergeben',
  'state.refused': 'Abgelehnt',
  'state.kept': 'Hier behalten',
  sender_name: 'Name des Absenders',
  'sender_name.help': 'Leer: der Name der Verwaltung.',
  authority_name: 'der Name der Verwaltung',
  reply_to: 'Adresse für Antworten',
  'reply_to.help': 'Leer: Niemand erhält die Antworten.',
  kept_after: 'nach dem Versand',
  kept_because: 'Um zu sagen, wem was geschrieben wurde und ob die Nachricht abging.',
  held_personal: 'Name und Adresse des Empfängers, Text der Nachricht',
  'task.forget_old': 'Vergessen alter Nachrichten',
  'state.returned': 'Zurückgekommen',
  returned: 'Eine Nachricht kam zurück',
  returned_from: 'Die Nachricht an {address} kam zurück: Prüfen Sie die Adresse.',
  returned_at: 'Diese Adresse hat am {at} eine Nachricht abgelehnt: Prüfen Sie sie.',
  'message.done.return': 'kam zurück',
  'permission.read': 'Vom Haus versandte Nachrichten lesen',
  erased: 'Nachricht an eine gelöschte Person, oder die sie nannte',
  erased_to: 'gelöschte Person',
  erased_letters:
    '{count, plural, one {# Brief (Text und Adresse)} other {# Briefe (Text und Adresse)}}',
}
