import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  not_yet: 'This document is not ready yet.',
  failed: 'This document could not be made. Ask for it again.',
  switched_off:
    'The trade that makes this document was switched off meanwhile. Once it is on again, ask for the document again.',
  unset:
    'This document cannot be set because of “{place}”: its text holds what cannot be printed. Write it anew, then ask for the document again.',
  too_heavy:
    'This document is too heavy to set. Its heaviest part: “{place}”. Lighten it, then ask for the document again.',
  too_long:
    'This document takes too long to set. Its heaviest part: “{place}”. Lighten it, then ask for the document again.',
  too_many:
    '{count, number} documents are waiting to be made already: wait until they are, then ask for this one again.',
  title: 'Documents',
  none: 'No document has been made yet.',
  'state.pending': 'in preparation',
  'state.ready': 'made',
  'state.failed': 'could not be made',
  kind: '{format}, {size}',
  'format.pdf': 'PDF/A',
  'format.docx': 'DOCX',
  'format.ods': 'ODS',
  format_unmade: 'This document cannot be made as {format}.',
  'print.page': 'Page {page} of {pages}',
  'print.made': 'Drawn up on {when}',
  'print.arms': 'Coat of arms: {authority}',
  'print.sheet': 'Report',
  hash: 'SHA-256 {hash}…',
  by: '{name}, {when}',
  last: 'The last that was made',
  earlier: '{count, plural, one {One more, made earlier} other {# more, made earlier}}',

  paper: 'Paper of the authority',
  contact: 'How to reach you',
  'contact.help':
    'A line for each means: telephone, e-mail, site. They follow the address at the head of documents.',
  held_because: 'What was drawn up is a paper of the file.',
  held_personal: 'what they print of the file, name of who asked for them',
  'task.make': 'Making a document',
  'permission.download': 'Download the documents of dossiers that one sees',
}
