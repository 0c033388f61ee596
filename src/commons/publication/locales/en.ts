import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Publication',
  masked: 'masked',
  none: 'Nothing of this dossier is public.',
  version: 'Version',
  number: 'no.\u00A0{number}',
  since: 'Published on',
  hash: 'SHA-256 fingerprint',
  see: 'See the public page',
  publish: 'Publish',
  publish_again: 'Publish again',
  confirm: 'Everybody will be able to read this dossier as it is now. Publish it?',
  withdraw: 'Withdraw version no.\u00A0{number}',
  reason: 'Reason of the withdrawal',
  reason_help: 'It stays in the history of the dossier and is not published.',
  slug_taken: 'Another dossier is already published under “{slug}”: change the title.',
  'proof.title': 'Proof of publication',
  'proof.data': 'This version, for a program (JSON)',
  'proof.later': 'There is a newer version: no.\u00A0{number}',
}
