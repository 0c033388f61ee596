import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'task.forget_pictures': 'Vergessen von Bildern, die kein Text zeigt',
  'task.forget_words': 'Vergessen von Wörtern, die nicht mehr vorkommen',
  'task.read_again': 'Neues Einlesen der Texte für die Suche',
  stale:
    '{name} hat diese Akte geändert, während Sie schrieben. Ihr Text steht noch unten; vergleichen Sie ihn mit der gespeicherten Fassung und speichern Sie dann erneut.',
  stale_theirs: 'Gespeicherte Fassung',
  no_page: 'Diese Seite der Liste gibt es nicht: Beginnen Sie wieder am Anfang.',
  gone: 'Diese Auswahl wurde soeben gelöscht: Wählen Sie eine andere.',
  in_use: '„{title}“ kann nicht gelöscht werden: Anderes verweist noch darauf.',
  held: 'Geschichte der Akten',
  held_because: 'Wer was getan hat, lässt sich beweisen, auch bei einer gelöschten Akte.',
  held_personal: 'Name des Handelnden, angegebener Grund, was sich geändert hat',
}
