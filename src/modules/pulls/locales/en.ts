import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Fetching from iA.Délib',
  lead: 'Meetings and public items prepared in iA.Délib (PloneMeeting) are fetched as drafts. Nothing becomes public without you.',
  sources: 'Sources of meetings',
  'permission.keep': 'Set up and run the fetching of a source’s meetings',
  'task.pull_meeting': 'Fetch a meeting from iA.Délib',
  'task.look': 'Look for meetings to fetch from iA.Délib',
  'task.tick': 'Start fetching where its time has come',
  'task.fetch': 'Fetch a meeting prepared in iA.Délib',
  'task.fetch.steps':
    'Open the source, then “Fetching from iA.Délib”: set it up once. “See the meetings” shows those of iA.Délib; open one to see what would be added, modified or gone, tick items or take all. What is fetched waits as a draft.',

  settings: 'Settings',
  keep: 'Save the settings',
  kept: 'The settings are saved.',
  server: 'The server',
  server_help:
    'The account must not be able to change anything there: ask your supplier for read access to public items.',
  url: 'Address of the iA.Délib site',
  url_help: 'For instance “https://delib.commune.be”.',
  url_wrong: 'Give the address of the site, with “https://”, without a query or a user name.',
  username: 'User name',
  username_help: 'Of the reading account there.',
  password: 'Password',
  password_kept: 'It is kept enciphered. Leave it empty to keep the one that is there.',
  password_needed: 'Give the password of the reading account.',
  password_anew: 'The address leads to another server: give the password that is for it.',
  config_id: 'Identifier of the configuration',
  config_id_help:
    'The organ, as iA.Délib calls it: “meeting-config-council” for the council, “meeting-config-college” for the college.',
  what: 'What is fetched',
  what_help:
    'Only public items, and those of their annexes that are declared publishable, are asked for. An answer that holds others is refused as a whole.',
  states: 'Meetings in state',
  states_help: 'There, when they are fetched.',
  states_needed: 'Tick at least one state.',
  'state.created': 'Being prepared',
  'state.frozen': 'Frozen',
  'state.published': 'Published',
  'state.decided': 'Decided',
  'state.decisions_published': 'Decisions published',
  'state.closed': 'Closed',
  category_field: 'Subject of items',
  category_field_help:
    'The field by which iA.Délib files items. After changing it, force the fetching of a meeting to file its items anew.',
  'category_field.category': 'The category',
  'category_field.classifier': 'The classifier',
  texts: 'Text of items',
  texts_help:
    'The one that iA.Délib makes for the public: words that are masked there do not leave it.',
  'texts.public_deliberation': 'The public deliberation',
  'texts.public_deliberation_decided': 'The public deliberation, once decided',
  mapped_subjects_only: 'Only subjects that stand for one here',
  mapped_subjects_only_help: 'Other items are left there, and the preview names them.',
  mapped_people_only: 'Only items of a representative who stands for somebody here',
  mapped_people_only_help:
    'Otherwise a representative who stands for nobody is not shown, and the item is fetched.',
  when: 'When',
  every: 'Fetched by itself',
  every_help: 'It fetches drafts only. Where it fails, those who keep sources are told.',
  'every.never': 'Never: by hand only',
  'every.day': 'Every day',
  'every.hour': 'Every hour',
  days_back: 'Meetings of the last days',
  days_back_help:
    'What is fetched by itself: meetings to come, and those of at most so many days ago.',

  standing: 'How it goes',
  failing: 'Fetching by itself fails',
  last_at: 'Last went well',
  not_yet: 'Not yet',
  next_at: 'Next time',
  by_hand: 'By hand',
  end: 'Fetch no more',
  end_help: 'The settings and the password are erased. What was fetched stays.',
  end_it: 'Erase the settings',
  end_sure: 'Erase the settings by which “{title}” is fetched?',
  dropped: 'The settings are erased. What was fetched stays.',
  'beside.none': 'The meetings of this source are not fetched from iA.Délib.',
  'beside.not_yet': 'Set up, not yet done.',
  'beside.last': 'Last went well: {when}.',
  'beside.open': 'Open fetching',
  'beside.begin': 'Set up fetching',

  lists: 'Subjects and representatives',
  lists_help:
    'Reads the lists of iA.Délib, to say what each subject and each representative stands for here. What was said stays.',
  'lists.read': 'Read the lists again',
  'lists.done':
    'The lists are read: {subjects, plural, =0 {no subject stands} one {# subject stands} other {# subjects stand}} for one here, and {people, plural, =0 {no representative} one {# representative} other {# representatives}}.',

  meetings: 'Meetings in iA.Délib',
  'meetings.see': 'See the meetings',
  'meetings.lead': 'Open a meeting to see what fetching it would change.',
  'meetings.none': 'No meeting in the chosen states.',
  'meetings.shown': '{from, number} to {until, number} of {total, number}',
  meeting: 'Meeting',
  'meeting.starts_at': 'Date',
  'meeting.state': 'State there',
  'meeting.fetched': 'Fetched on',

  preview: 'Before fetching',
  'preview.counts':
    '{added, plural, =0 {none added} other {# added}}, {modified, plural, =0 {none modified} other {# modified}}, {unchanged, plural, =0 {none unchanged} other {# unchanged}}, {removed, plural, =0 {none gone} other {# gone}}',
  'preview.removed_help':
    'A item that is gone is no longer in the meeting there, or no longer public. Taking it marks it as gone; where it is public, it stays so until somebody withdraws it.',
  'preview.points': 'Items of the meeting',
  'preview.choose': 'Choose “{title}”',
  'preview.number': 'No.',
  'preview.point': 'Item',
  'preview.what': 'Would be',
  'preview.annexes': 'Annexes',
  'what.added': 'added',
  'what.modified': 'modified',
  'what.unchanged': 'unchanged',
  'what.removed': 'gone',
  'what.older': 'older than ours',
  'annexes.added': '{count, number} added',
  'annexes.modified': '{count, number} modified',
  'annexes.unchanged': '{count, number} unchanged',
  'annexes.removed': '{count, number} gone',
  force: 'Force it',
  force_help: 'Also takes items that are unchanged, and those that are older than ours.',
  take_all: 'Fetch the whole meeting',
  take_chosen: 'Fetch the ticked items',
  none_chosen: 'Tick at least one item, or fetch the whole meeting.',
  unmapped: 'Standing for nothing here',
  'unmapped.counts':
    '{organs, plural, =0 {} one {The organ stands for none: the meeting cannot be published. } other {# organs stand for none. }}{subjects, plural, =0 {} one {# subject stands for none: its items come without one. } other {# subjects stand for none: their items come without one. }}{people, plural, =0 {} one {# representative stands for nobody, and is not shown.} other {# representatives stand for nobody, and are not shown.}}',
  'unmapped.left_out':
    '{count, plural, one {One item is left there, by the settings:} other {# items are left there, by the settings:}}',
  'unmapped.map': 'Say what they stand for',

  runs: 'Fetched last',
  'run.begun': 'Fetching has begun.',
  'run.asked': 'Under way',
  'run.done': 'Done',
  'run.failed': 'Failed',
  'run.under_way': 'The meeting is being fetched',
  'run.may_leave': 'You may leave this page: it goes on.',
  'run.nothing_taken': 'Nothing of this meeting was taken over',
  'run.look_again': 'Look again before fetching',
  'run.done_title': 'Items that were fetched',
  'run.created': 'Added',
  'run.modified': 'Modified',
  'run.removed': 'Gone',
  'run.unchanged': 'Unchanged',
  'run.older': 'Older than ours, left',
  'run.counts':
    '{created, plural, =0 {none added} other {# added}}, {modified, plural, =0 {none modified} other {# modified}}, {removed, plural, =0 {none gone} other {# gone}}, {unchanged, plural, =0 {none unchanged} other {# unchanged}}',
  'run.drafts': 'They wait as drafts, until somebody publishes them.',
  'run.see_meeting': 'See the meeting',

  no_answer: 'iA.Délib gave no answer of use',
  try_again: 'Try again',
  not_answered:
    '{host} answered with code {status} instead of giving what was asked for. Nothing was taken over. Check the address of the site.',
  refused_there:
    '{host} refuses this account (code {status}). Check the user name, the password and its right to read.',
  not_there:
    '{host} has nothing at this address. Check the address of the site and the identifier of the configuration.',
  broken_there:
    '{host} is broken or overloaded (code {status}). Nothing was taken over. Try again later.',
  not_json:
    'The answer of {host} is not one of iA.Délib. Check the address of the site; it must offer plonemeeting.restapi.',
  other_answer:
    'The answer of {host} is not of the expected shape: “{field}” is missing or cannot be read. Nothing was taken over.',
  no_such_meeting: 'This meeting is no longer there, or no longer in one of the chosen states.',
  no_date: 'The date of the meeting “{title}” cannot be read. Nothing was taken over.',
  no_change_date: 'iA.Délib does not say when “{title}” was changed: nothing was taken over.',
  closed_session:
    'The answer holds the item “{title}”, which is not public. Nothing of this meeting was taken over. Tell your supplier.',
  not_publishable:
    'The answer holds the annex “{annex}” of the item “{title}”, which is not declared publishable. Nothing of this meeting was taken over. Tell your supplier.',
  unreadable: '“{title}” cannot be taken over: “{field}” is not accepted. {why}',
  too_many_points:
    'The meeting has {count, number} items, and at most {most, number} are fetched at once. Nothing was taken over.',
  too_many_meetings:
    'There are more than {most, number} recent meetings (of {count, number}): only the last are fetched. Lower the number of days.',
  cut_short:
    'iA.Délib says that there are {total, number} items and gives fewer. Nothing was taken over.',
  files_too_big:
    'The new annexes of the meeting are more than {most, number} MB together. Fetch its items in several goes.',
  file_elsewhere:
    'The annex “{name}” is at another address than the site: nothing was asked there, and nothing was taken over.',
  'notice.failing': 'Fetching “{title}” fails: {why}',

  held: 'Meetings fetched from iA.Délib',
  'held.after': 'it was fetched',
  'held.because': 'Tells what was fetched, when, and why it failed; to be verified.',
  'held.personal': 'names in titles of meetings and items',
  'held.purpose': 'To publish decisions prepared in other software',
  'held.law': 'CDLD, active publicity of meetings (decree of 18 May 2022); to be verified.',
}
