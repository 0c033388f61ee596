import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'task.forget_pictures': 'Forgetting pictures that no text shows',
  'task.forget_words': 'Forgetting words that are found no more',
  'task.read_again': 'Reading texts again for the search',
  stale:
    '{name} changed this file while you were writing. Your text is kept below; compare it with the saved version, then save again.',
  stale_theirs: 'Saved version',
  no_page: 'This page of the list does not exist: begin again.',
  gone: 'This choice has just been removed: choose another.',
  in_use: '“{title}” cannot be erased: something else still refers to it.',
  held: 'History of files',
  held_because: 'Who did what can be proved, even of a file that was erased.',
  held_personal: 'name of who acts, reason given, what changed',
}
