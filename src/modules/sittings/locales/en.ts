import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'task.sit': 'Hold a meeting and note the votes',
  'task.sit.steps':
    'Note who is there and who presides, then open the meeting.\nFor each item: unanimity by one button, or the vote of each.\nCorrect the hours before closing: they are facts, not the moment of the click.',
  tab: 'Attendance',
  'attendance.title': 'Attendance',
  'attendance.present': 'Present',
  'attendance.excused': 'Apologies',
  'attendance.absent': 'Absent',
  'attendance.save': 'Save the attendance',
  'attendance.all': 'All are present',
  'attendance.saved': 'The attendance is saved.',
  'attendance.not_now':
    'Attendance is recorded once the agenda is finalised, before the meeting is closed.',
  'attendance.unknown': 'Attendance is not recorded yet.',
  'quorum.said':
    '{present, plural, one {# member present} other {# members present}} of {inOffice} in office; {required} are needed ({article})',
  'attendance.quorum': 'Quorum',
  'attendance.quorum_met': '{present} present out of {inOffice} in office; {required} are enough.',
  'attendance.quorum_missed':
    '{present} present out of {inOffice} in office: {required} are needed.',
  'attendance.imported': 'Attendance according to the imported meeting',
  'officers.title': 'Who runs the sitting',
  'officers.presides': 'Presides',
  'officers.keeps': 'Keeps the minutes',
  'officers.choose': 'Choose',
  'officers.cannot':
    'Whoever does so sits in the body on that day; whoever presides has a vote there.',
  'officers.needed': 'Note with the attendance who presides and who keeps the minutes.',
  'hours.title': 'Hours',
  'hours.opened': 'Opened',
  'hours.closed': 'Closed',
  'hours.unsaid': 'not noted yet',
  'hours.closed_help': 'An hour before the opening is of the night after.',
  'hours.wrong.not_yet': 'The sitting is not open yet.',
  'hours.wrong.not_closed': 'The sitting is not closed yet.',
  'hours.wrong.future': 'That hour has not come yet.',
  'hours.wrong.turned': 'A sitting opens before it closes.',
  'hours.correct': 'Correct the hours',
  'hours.save': 'Save the hours',
  'hours.saved': 'The hours are saved.',
  'movement.title': 'Arrivals, departures and withdrawals',
  'movement.note': 'Note an arrival, a departure or a withdrawal',
  'movement.who': 'Who',
  'movement.what': 'What happens',
  'movement.what_help':
    'Who has a direct interest in an item withdraws: they count neither for the quorum nor for the vote.',
  'movement.point': 'Item',
  'movement.point_help': 'One arrives or leaves before this item; one withdraws for it alone.',
  'movement.hour': 'Hour',
  'movement.choose': 'Choose',
  'movement.save': 'Note',
  'movement.saved': 'It is noted.',
  'movement.remove': 'Erase',
  'movement.removed': 'It is erased; history keeps it.',
  'movement.kind.arrives': 'Arrives',
  'movement.kind.leaves': 'Leaves',
  'movement.kind.withdraws': 'Withdraws for this item',
  'movement.said.arrives': '{who} joins the sitting{when, select, none {} other { at {hour}}}.',
  'movement.said.leaves': '{who} leaves the sitting{when, select, none {} other { at {hour}}}.',
  'movement.said.withdraws':
    '{who} withdraws{when, select, none {} other { at {hour}}} and takes part neither in the deliberation nor in the vote.',
  'movement.said.again': '{who} takes part again.',
  'movement.at_point': 'item {number}',
  'movement.not_now': 'Arrivals, departures and withdrawals are noted once the sitting is open.',
  'movement.twice': 'A movement of this person is noted at item {number} already.',
  'movement.anchored': 'An arrival or departure is noted at this item: note it at another first.',
  'urgency.title': 'Urgency',
  'urgency.who': 'Declare the urgency',
  'urgency.declare': 'Record the urgency',
  'urgency.declare_all': 'All members present',
  'urgency.saved': 'The urgency is declared.',
  'urgency.to_declare':
    'This item was not on the agenda of the convocation: {needed} of the {present} members present must declare it urgent before it is decided.',
  'urgency.needed':
    'The urgency of this item is not declared ({article}): record first who declares it.',
  'urgency.too_few':
    '{count, plural, =0 {Nobody declares it} =1 {One member declares it} other {# members declare it}}: {needed} of {present} present are needed ({article}).',
  'urgency.not_late': 'This item is on the agenda: it asks for no urgency.',
  'urgency.no_rule': 'No rule of urgency is known for this body on that day.',
  'urgency.said':
    '{count, plural, =1 {The urgency is declared by one member present} other {The urgency is declared by # members present}}: {names}.',
  'lift.quorum_met': 'The quorum is met.',
  'leaving.by_decision':
    'The sitting is open: an item leaves its agenda by a decision alone, which the minutes record. Choose “Postpone” or “Withdraw”.',
  'fault.stands': 'What is noted contradicts itself: {fault}',
  'fault.arrives': '{who} is in the sitting already at item {number}.',
  'fault.leaves': '{who} is not in the sitting at item {number}.',
  'fault.withdraws': '{who} is not in the sitting at item {number}.',
  'fault.presides': '{who} presides: choose first who presides in their place.',
  'fault.keeps': '{who} keeps the minutes: choose first who keeps them in their place.',
  'fault.casting':
    'At item {number} the vote of whoever presides broke the tie: erase that vote first for somebody else to preside.',
  'fault.urgency': 'The urgency of item {number} is no longer declared by enough members present.',
  'fault.quorum':
    '{count, plural, =1 {Item {points} was decided} other {Items {points} were decided}} without the quorum ({article}).',
  'vote.absent_voter': 'Only members present vote.',
  'vote.not_in_session': 'The meeting is not open.',
  'vote.decided_already': 'This item is already decided or not yet on the agenda.',
  'vote.attendance_needed': 'Record the attendance first.',
  'vote.no_quorum':
    'The quorum is not reached: {present} present, {required} are needed ({article}).',
  'law.quorum': 'Quorum',
  'law.tie_urgency': 'Urgency recognised before a tie',
  'applies.quorum': 'presence needed to vote',
  'applies.urgency': 'declaration of urgency of items outside the agenda',
  'applies.tie_urgency': 'urgency recognised before the discussion',
  'attendance.no_seat': 'This person has no seat in the body on that day.',
  'attendance.voted':
    '{count, plural, =1 {Voted on item {points}} other {Voted on items {points}}}: first erase that vote, or reopen the decision and vote again.',
  'attendance.papers':
    '{count, plural, =1 {On item {points}, more papers are counted} other {On items {points}, more papers are counted}} than members are present: first erase that vote.',
  'not_yet.police_college':
    'In the police college each mayor bears a number of votes (law of 7 December 1998, art. 24): the house does not count it. Its items are decided “without a vote” there.',
  'not_yet.rescue_council':
    'In the zone council the vote on budget and accounts is weighted: the house counts one vote a member.',
  'not_yet.general_assembly':
    'In the general assembly votes follow shares and members: the house does not count them. Its items are decided “without a vote” there.',
  'not_yet.statutes': 'Quorums and majorities that the statutes set otherwise are no rules here.',
  'not_yet.unread':
    'The rules of quorum and majority of its organs are in the table of law, not verified in the consolidated text.',
}
