import type { fr } from './fr.ts'

/** For which meeting an item is meant, and what prepares a meeting. */
export const en: Record<keyof typeof fr, string> = {
  'permission.act': 'say for which meeting an item is meant',
  'permission.run': 'present what is available, set a preparatory meeting',
  'permission.read': 'read for which meeting an item is meant',
  tab: 'Available',
  wish: 'Preferred meeting',
  'wish.help':
    'Who keeps the agenda sees this item first among those available for that meeting. It is not entered there yet.',
  'wish.any': 'Any',
  'wish.say': 'Say the preferred meeting',
  'wish.change': 'Change the preferred meeting',
  'wish.save': 'Save the preferred meeting',
  'wish.saved': 'The preferred meeting is noted.',
  'wish.standing': 'That agenda is finalised: the item would join it as an urgent one.',
  on_an_agenda: 'This item is on the agenda of a meeting already.',
  not_open: 'Choose a meeting of this body that is neither closed nor called off.',
  'available.title': 'Validated items waiting for a meeting',
  'available.none': 'No validated item is waiting for a meeting of this body.',
  'available.wished': 'Meant for this meeting',
  'available.others': 'Without a preferred meeting, or for one that is over',
  'available.later': 'Meant for another meeting',
  'available.present': 'Present',
  'available.present_wished':
    '{count, plural, one {Present this item} other {Present these # items}}',
  'available.presented': 'The item is entered as number {number}.',
  'available.presented_many':
    '{count, plural, one {One item is entered.} other {# items are entered.}}',
  'available.none_wished': 'No item is meant for this meeting.',
  briefing: 'Preparatory meeting',
  'briefing.starts_at': 'Date and time of the preparatory meeting',
  'briefing.starts_at_help': 'Empty: there is none. It comes before the meeting.',
  'briefing.place': 'Place of the preparatory meeting',
  'briefing.set': 'Set a preparatory meeting',
  'briefing.change': 'Change the preparatory meeting',
  'briefing.save': 'Save the preparatory meeting',
  'briefing.saved': 'The preparatory meeting is noted.',
  briefing_after: 'A preparatory meeting comes before the meeting.',
  no_briefing: 'no preparatory meeting',
}
