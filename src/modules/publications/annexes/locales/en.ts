import type { filesFr } from './fr.ts'

export const filesEn: Record<keyof typeof filesFr, string> = {
  'task.file': 'Preparation of published annexes',
  'task.titles': 'Titles of published annexes',
  'file.stand_in': '[masked]',
  'file.busy': 'This file is being prepared. Try again in a moment.',
  'file.not_ready': 'This file is not ready yet.',
  'file.cannot': 'This file cannot be published as it is.',
  'file.look_first': 'Say that you looked at what could not be read, and that it may be public.',
  'file.state.reading': 'being read',
  'file.state.asks': 'to be reviewed',
  'file.state.making': 'being prepared',
  'file.state.ready': 'ready',
  'file.state.refused': 'impossible',
  'file.waits':
    'The file is being prepared. The item is published with all its files, once they are ready.',
  'file.refused.encrypted':
    'This PDF is encrypted or protected: save it without protection, then attach it again.',
  'file.refused.damaged':
    'This file is damaged and could not be read: save it again, then attach it.',
  'file.refused.pages': 'This PDF has more than 200 pages: attach it in several parts.',
  'file.refused.text': 'This PDF holds too much text: attach it in several parts.',
  'file.refused.heavy':
    'This file is too heavy to prepare: attach a lighter one, or several parts.',
  'file.refused.kind':
    'Only a PDF, a JPEG picture or a PNG picture is published: save this document as PDF, then attach it.',
  'file.refused.picture': 'This picture is damaged or too large: save it again, then attach it.',
  'file.refused.fault':
    'The preparation failed. Untick this file to publish without it, and tell whoever runs the platform.',
  'file.found':
    '{count, plural, one {# mention may say who somebody is.} other {# mentions may say who somebody is.}}',
  'file.unread':
    'Not all could be read on {count, plural, one {page {pages}} other {pages {pages}}}: look at it yourself.',
  'file.unread_picture': 'The text of a picture is not read: look at it yourself.',
  'file.unseen':
    '{count, plural, one {# hidden word was left out} other {# hidden words were left out}}: the pages do not show them.',
  'file.title_names': 'The title may say who somebody is: {words}.',
  'file.review': 'Say what is masked',
  'file.masked': 'Mask',
  'file.masked_help': 'What is not ticked will be read in the public file.',
  'file.where': '{kind}, {count, plural, one {page {pages}} other {{count} times, pages {pages}}}',
  'file.kind.person': 'person',
  'file.kind.national_number': 'national number',
  'file.kind.address': 'address',
  'file.kind.telephone': 'telephone',
  'file.kind.email': 'e-mail address',
  'file.kind.iban': 'bank account',
  'file.kind.plate': 'number plate',
  'file.kind.birth_date': 'date of birth',
  'file.words': 'Mask also',
  'file.words_help': 'A word or a name a line; it is masked everywhere in the file.',
  'file.nowhere':
    'These words to mask stand nowhere in the text of the file: {words}. Write them as they stand in it, or take them out. Where they are in a picture, mask them in the original.',
  'file.title': 'Public title of the file',
  'file.looked': 'I looked at what could not be read: it may be public.',
  'file.save': 'Prepare the file',
  'file.saved': 'The file is being prepared.',
  'file.see': 'See the public file',
  'file.list': 'Files that leave with the item',
  'file.original': 'original',
  'file.pages': '{count, plural, one {# page} other {# pages}}',
  'file.preview': 'First page of “{title}”',
}
