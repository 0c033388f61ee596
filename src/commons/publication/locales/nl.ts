import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Publicatie',
  masked: 'afgeschermd',
  none: 'Niets van dit dossier is openbaar.',
  version: 'Versie',
  number: 'nr.\u00A0{number}',
  since: 'Gepubliceerd op',
  hash: 'SHA-256-controlegetal',
  see: 'De publieke pagina bekijken',
  publish: 'Publiceren',
  publish_again: 'Opnieuw publiceren',
  confirm: 'Iedereen zal dit dossier in zijn huidige staat kunnen lezen. Publiceren?',
  withdraw: 'Versie nr.\u00A0{number} intrekken',
  reason: 'Reden van de intrekking',
  reason_help: 'Die blijft in de historiek van het dossier en wordt niet gepubliceerd.',
  slug_taken: 'Een ander dossier is al gepubliceerd op het adres “{slug}”: wijzig de titel.',
  'proof.title': 'Bewijs van publicatie',
  'proof.data': 'Deze versie, voor een programma (JSON)',
  'proof.later': 'Er bestaat een recentere versie: nr.\u00A0{number}',
}
