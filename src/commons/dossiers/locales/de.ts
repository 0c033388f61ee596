import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  stale:
    '{name} hat diese Akte geändert, während Sie schrieben. Ihr Text steht noch unten; vergleichen Sie ihn mit der gespeicherten Fassung und speichern Sie dann erneut.',
  stale_theirs: 'Gespeicherte Fassung',
  gone: 'Diese Auswahl wurde soeben gelöscht: Wählen Sie eine andere.',
  in_use: '„{title}“ kann nicht gelöscht werden: Anderes verweist noch darauf.',
}
