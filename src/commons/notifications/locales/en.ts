import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Notifications',
  lead: '{count, plural, =0 {Nothing new.} other {# new}}',
  new_count: 'new',
  kept_after: 'after the event',
  kept_because: 'A reminder: the history of the file keeps the fact.',
  none: 'You have been told of nothing yet. What others do to your files will be said here.',
  by: '{who} {deed}',
  because: '{who} {deed}: “{why}”',
  marked: 'Marked as read.',
  seen: 'Mark as read',
  seen_all: 'Mark all as read',
  new: 'New',
  before: 'Read',
  wishes: 'Choose what I am told of',
  wishes_lead: 'What waits for you to act always stays in the inbox.',
  wishes_none: 'No trade of your authority tells of anything.',
  somebody: '… {deed}',
  save: 'Save',
  saved: 'Your choice is saved.',
}
