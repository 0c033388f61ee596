import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Levels of validation',
  settles: 'Who validates the items of each body before they wait for a meeting',
  lead: 'An item that is proposed passes these levels, one after the other, then waits for a meeting. A level where nobody can validate is skipped, and history says so.',
  no_organ: 'No body.',
  no_level: 'No level: items are born validated',
  with_shortcuts: '(with shortcuts)',
  levels: 'Levels, in their order',
  levels_help:
    'Without any level an item is born validated, and its service corrects it until it is presented.',
  level: 'Level',
  by: 'Who validates',
  'by.none': 'To be chosen',
  'by.editor': 'an editor of the proposing service',
  'by.head': 'the head of the proposing service',
  'by.above': 'the head of the service that it is part of',
  place: 'Place',
  'place.end': 'at the end',
  shortcuts: 'Allow shortcuts',
  shortcuts_help:
    'Who validates at a later level may validate an item without waiting for the levels before.',
  save: 'Save',
  preview: 'See what changes',
  saved: 'The levels are saved.',
  changed: 'The levels of validation have changed.',
  none_moves: 'No item that is being validated changes its level.',
  moves: 'These items that are being validated will change their level',
  unseen:
    'Items that are being validated would change their level: see which, then save once more.',
  shift: '{count, plural, one {# item goes} other {# items go}} from “{from}” to “{to}”.',
  shift_validated:
    '{count, plural, one {# item that waits} other {# items that wait}} at “{from}” {count, plural, one {is validated} other {are validated}} by itself.',
  waiting: 'Items being validated',
  count: 'Items that wait',
  stuck:
    '{count, plural, one {# item waits} other {# items wait}} at a level where nobody validates any more.',
  free: 'Send them on to the next level',
  freed:
    '{count, plural, =0 {No item was stuck} one {# item went on to the next level} other {# items went on to the next level}}.',
  level_incomplete: 'Each level has a name and somebody who validates.',
  by_nobody: '“{level}”: choose who validates.',
  twice: '“{level}” is named twice.',
  nobody_before: 'Nobody validates before this level: send the item back to its service instead.',
  'initial.head': 'Head of service',
  'initial.director': 'Director general',
  'permission.read': 'See the levels of validation of bodies',
  'permission.keep': 'Change the levels of validation of a body',
}
