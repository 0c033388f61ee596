import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Help',
  lead: 'What you can do here, task by task. Search by a word of your trade.',
  about: 'Tasks that speak of',
  search: 'Search',
  none: 'No task that you can do speaks of these words. Try a shorter one.',
  common: 'Everywhere',
  begin: 'Begin',
  'permission.read': 'Read the help',

  find: 'Find a file, a person or a word',
  'find.steps':
    'Type in the field at the head of the page; the key / leads there.\nA number, a name or a word of the text or of an annex is enough, with or without accents.\nNarrow it by trade or date beside the results.',
  inbox: 'See what waits for me',
  'inbox.steps':
    '“To do” holds what waits for you in all trades, with its day and the reason.\nTabs set the kinds of files apart.\nWhat others do is in the notices: the bell, at the top.',
  draft: 'Take up a text that was begun',
  'draft.steps':
    'What you type is kept after some seconds, for you alone, for thirty days.\nOpen the same form again, or “My drafts”, on any device.\nTo write two at once, choose “Begin another beside it”.',
  keys: 'Go fast by keyboard',
  'keys.steps':
    '/ leads to search, G to the menu.\nIn an agenda Space takes an item, the arrows move it, Space puts it down.\nThese keys can be switched off in “Language and display”.',
}
