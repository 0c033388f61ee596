import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  trade: 'Import from PloneMeeting',
  brings: 'The import of meetings from PloneMeeting (iA.Délib), with their items and annexes.',
  tab: 'Import',
  title: 'Import a meeting',
  intro:
    'The answers of PloneMeeting (iA.Délib): the meeting, its items, its annexes, in JSON, with the files of the annexes. Each file is recognised by its content. Nothing is written before you have seen it.',
  files: 'Files',
  files_hint: 'All at once, 64 MB at most.',
  organ: 'Organ',
  organ_hinted: 'The one that the files tell',
  look: 'See what will be imported',
  sample: 'A fictional meeting',
  sample_help:
    'The council of Beauval of 15 June 2026, invented, in the same format: twelve items and three annexes, one of them confidential.',
  sample_try: 'Try with the fictional meeting',
  from: 'Import from PloneMeeting',
  unknown_meeting: 'Unreadable meeting',
  meeting: 'Meeting',
  there: 'State over there',
  as_open:
    'The meeting is imported with its agenda open, to be held here, whatever its state over there. It gets its number and references when the agenda is frozen; votes are not imported. Where an item has no motivation, its description takes that place.',
  'state.ready': 'Ready',
  'state.questions': 'Answers needed',
  'state.refused': 'Refused',
  'state.nothing': 'Nothing to change',
  facts:
    '{create, plural, =0 {no item to create} one {# item to create} other {# items to create}} · {annexes, plural, =0 {no annex} one {# annex} other {# annexes}} · {refused, plural, =0 {nothing refused} one {# refusal} other {# refusals}}',
  nothing: 'Everything is here already: this import changes nothing.',
  see_meeting: 'See the meeting',
  refused: 'Refused',
  refused_help: 'Correct these files and start again, or go on without what is refused.',
  notices: 'Good to know',
  places: '{count, plural, one {# place} other {# places}}',
  'labels.categories': 'Categories',
  'labels.categories_help':
    'Where each category from there belongs here. The answer is remembered for later imports.',
  'labels.services': 'Services',
  'labels.services_help':
    'Which service here proposes the items of each service from there. Older answers give only its number: the items help to recognise it.',
  choose: 'Choose what this is here.',
  prompt: 'To choose',
  create_as: 'Create “{name}”',
  create_named: 'Create under the name below',
  existing: 'Existing',
  unnamed: 'Service {token}',
  name: 'Name of the service to create',
  borne: '{count, plural, one {# item} other {# items}}: {examples}',
  leave_out_refused: 'Go on without what is refused',
  leave_out_refused_help: 'Refused files and items are not imported; the rest is.',
  accept_repaired: 'Accept repaired texts',
  accept_repaired_help: 'Where the HTML is broken, take the text as a browser would show it.',
  commit: 'Import',
  look_again: 'Check',
  create_missing: 'Create all that is missing',
  start_again: 'Other files',
  not_ready: 'Answers are missing, or something is refused: nothing was imported.',
  done: 'The meeting is imported: {items, plural, =0 {no new item} one {# item} other {# items}}, {annexes, plural, =0 {no annex} one {# annex} other {# annexes}}.',
  points: 'Items',
  number: 'No.',
  item: 'Point',
  bearer: 'Service and category',
  recognised: '{count, plural, one {# already placed} other {# already placed}}',
  to_choose: 'to choose',
  action: 'Import',
  'action.create': 'To\u00A0create',
  'action.unchanged': 'Here\u00A0already',
  'action.kept_local': 'Kept as here',
  'action.refused': 'Refused',
  excused: 'Excused',
  absents: 'Absent',
  'at.item': 'point “{title}”',
  'at.field': 'field {field}',
  'at.line': 'line {line}, column {column}',

  'said.wrong_file.too_large': 'This file is too large.',
  'said.wrong_file.too_many_files': 'There are too many files for one import.',
  'said.wrong_file.empty_file': 'This file is empty.',
  'said.wrong_file.not_utf8': 'This file is not in UTF-8.',
  'said.wrong_file.not_json': 'This file is cut or damaged: it is not JSON.',
  'said.wrong_file.too_deep': 'This file is nested too deeply to be an answer of PloneMeeting.',
  'said.wrong_file.forbidden_key': 'This file holds a key that no answer of PloneMeeting bears.',
  'said.wrong_file.empty_list': 'This answer is an empty list.',
  'said.wrong_file.too_many_entries': 'This answer has too many entries for one meeting.',
  'said.wrong_file.mixed_types': 'This answer mixes meetings, items or annexes.',
  'said.wrong_file.other_type':
    'This answer holds something other than meetings, items or annexes ({type}).',
  'said.wrong_file.unknown_shape': 'This file is not an answer of PloneMeeting.',
  'said.wrong_file.preview_without_texts':
    'This list serves to choose items and does not hold their texts: ask for it with “fullobjects”.',
  'said.wrong_file.claimed_by_no_annex': 'No annex of the meeting has this content.',
  'said.wrong_file.annex_size_differs':
    'This file bears the name of an annex, but not its size: it is another version.',
  'said.no_meeting': 'No file holds the meeting itself.',
  'said.several_meetings': 'The files hold several meetings: import them one by one.',
  'said.missing_field': '{annex, select, none {} other {Annex “{annex}”: }}this field is missing.',
  'said.wrong_value':
    '{annex, select, none {} other {Annex “{annex}”: }}this field has an unexpected value{value, select, none {} other {: “{value}”}}.',
  'said.wrong_value.too_long':
    '{annex, select, none {} other {Annex “{annex}”: }}this field has more than {most} signs.',
  'said.broken_html': 'The HTML is broken near “{excerpt}”.',
  'said.broken_html.unclosed-element': 'A tag is not closed: “{excerpt}”.',
  'said.broken_html.stray-end-tag': 'A tag closes that was not opened: “{excerpt}”.',
  'said.broken_html.misnested': 'Tags overlap: “{excerpt}”.',
  'said.dropped_markup': 'Markup that does not exist here is dropped: {what}.',
  'said.field_not_imported': 'This text has no place here and is not imported.',
  'said.duplicate_uid': 'This item is given several times.',
  'said.renumbered':
    'Points have whole numbers here: {number} becomes {position}, and those behind it move up.',
  'said.duplicate_number': 'Another item bears the same number ({number}).',
  'said.no_items': 'The meeting has no item.',
  'said.item_count_differs':
    'The meeting has {expected} items, the files hold {found}: some are missing.',
  'said.item_of_other_meeting': 'This item belongs to another meeting than “{meeting}”.',
  'said.date_differs':
    'The date ({date}) and the start ({startDate}) differ: the title decides, it will be {chosen}.',
  'said.hour_unknown': 'The time of the meeting is not known: it is set to midnight.',
  'said.unknown_category':
    'Category unknown here: {name} ({items, plural, one {# item} other {# items}}).',
  'said.unknown_service':
    'Service unknown here: {name} ({items, plural, one {# item} other {# items}}).',
  'said.mapped_by_name': '“{name}” is taken for “{ours}” here, of the same name.',
  'said.remote_changed':
    'This item has changed over there since its import: it stays as it is here.',
  'said.annex_without_file':
    'The file of the annex “{annex}” is missing ({filename}): a later import can add it.',
  'said.annex_of_unknown_item':
    'The annex “{annex}” belongs to an item that is not in these files: it is not imported.',
  'said.annex_confidential':
    'The annex “{annex}” is not said to be open over there: it is not imported, for here those who read an item read its annexes.',
  'said.organ_needed': 'The files do not say which organ meets: choose it.',
  'said.organ_meets':
    'The organ already has a meeting here at that moment, which does not come from this import.',
  'said.meeting_closed':
    'The meeting is closed here: {count, plural, one {# new item can no longer enter it} other {# new items can no longer enter it}}.',
}
