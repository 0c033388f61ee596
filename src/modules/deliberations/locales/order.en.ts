export const orderEn = {
  'order.not_on_the_agenda': 'This item is not on the agenda.',
  'order.not_a_whole_position': 'A number must be a whole number.',
  'order.before_the_first': 'The first number is 1.',
  'order.after_the_last': 'The agenda has fewer items than that.',
  'order.decided': 'A decided item no longer moves: its number is in the act.',
  'order.closed_session_last':
    'The closed session comes after the public part: this item cannot pass to the other side.',
  'order.other_part':
    'An item is numbered below one of the same part of the meeting: public, urgent or closed.',
  'order.below_itself': 'An item is not numbered below itself.',
  'order.below_is_missing': 'The numbers of a group follow one another: 2.1, then 2.2.',
  'order.no_number': 'Give a number of the agenda, such as 3 or 2.1.',
  'order.one_target': 'Give a place or a number.',
  'meeting.moved': 'The item now bears the number {number}.',
  'order.late_last': 'Urgent items come after the others.',
  'order.decided_behind':
    'The item would stand before items that are decided, whose number is in the act: present it to another meeting.',
  'order.decided_after':
    'Decided items follow it, whose number is in the act: decide to remove or postpone it instead.',

  'meeting.done.number': 'gave the first number',
  'item.under_writing': 'This decision is being written.',
  'number.continued': 'the number that goes on from meeting to meeting, once it is known',
  'setting.college_day': 'Fixed day of the college',
  'setting.college_day.help':
    'A college that meets on a fixed day is not convoked to it: the delay counts outside that day only (CDLD L1123-21).',
  'setting.college_day.none': 'no fixed day',
  'setting.college_day.1': 'on Mondays',
  'setting.college_day.2': 'on Tuesdays',
  'setting.college_day.3': 'on Wednesdays',
  'setting.college_day.4': 'on Thursdays',
  'setting.college_day.5': 'on Fridays',
  'setting.college_day.6': 'on Saturdays',
  'setting.college_day.7': 'on Sundays',
} as const
