import type { importFr } from './import.fr.ts'

export const importEn: Record<keyof typeof importFr, string> = {
  'import.title': 'Import a meeting',
  'import.intro':
    'The answers of PloneMeeting (iA.Délib): the meeting, its points, its annexes, in JSON, with the files of the annexes. Each file is recognised by its content. Nothing is written before you have seen it.',
  'import.files': 'Files',
  'import.files_hint': 'All at once, 64 MB at most.',
  'import.no_files': 'Choose at least one file.',
  'import.organ': 'Organ',
  'import.organ_hinted': 'The one that the files tell',
  'import.look': 'See what will be imported',
  'import.sample': 'A fictional meeting',
  'import.sample_help':
    'The council of Beauval of 15 June 2026, invented, in the same format: twelve points and three annexes.',
  'import.sample_try': 'Try with the fictional meeting',
  'import.steps': 'Steps of the import',
  'import.step.files': 'Files',
  'import.step.check': 'Check',
  'import.step.done': 'Meeting imported',
  'import.from': 'Import from PloneMeeting',
  'import.unknown_meeting': 'Unreadable meeting',
  'import.meeting': 'Meeting',
  'import.there': 'State over there',
  'import.as_open':
    'The meeting is imported with its agenda open, to be held here, whatever its state over there. It gets its number and references when the agenda is frozen; votes are not imported. Where a point has no motivation, its description takes that place.',
  'import.state.ready': 'Ready',
  'import.state.questions': 'Answers needed',
  'import.state.refused': 'Refused',
  'import.state.nothing': 'Nothing to change',
  'import.facts':
    '{create, plural, =0 {no point to create} one {# point to create} other {# points to create}} · {annexes, plural, =0 {no annex} one {# annex} other {# annexes}} · {refused, plural, =0 {nothing refused} one {# refusal} other {# refusals}}',
  'import.nothing': 'Everything is here already: this import changes nothing.',
  'import.see_meeting': 'See the meeting',
  'import.refused': 'Refused',
  'import.refused_help': 'Correct these files and start again, or go on without what is refused.',
  'import.notices': 'Good to know',
  'import.places': '{count, plural, one {# place} other {# places}}',
  'import.categories': 'Categories',
  'import.categories_help':
    'Where each category from there belongs here. The answer is remembered for later imports.',
  'import.services': 'Services',
  'import.services_help':
    'Which service here proposes the points of each service from there. Older answers give only its number: the points help to recognise it.',
  'import.choose': 'Choose what this is here.',
  'import.prompt': 'To choose',
  'import.create_as': 'Create “{name}”',
  'import.create_named': 'Create under the name below',
  'import.existing': 'Existing',
  'import.unnamed': 'Service {token}',
  'import.name': 'Name of the service to create',
  'import.name_needed': 'Give the name of the service to create.',
  'import.borne': '{count, plural, one {# point} other {# points}}: {examples}',
  'import.leave_out_refused': 'Go on without what is refused',
  'import.leave_out_refused_help': 'Refused files and points are not imported; the rest is.',
  'import.accept_repaired': 'Accept repaired texts',
  'import.accept_repaired_help':
    'Where the HTML is broken, take the text as a browser would show it.',
  'import.commit': 'Import',
  'import.look_again': 'Check',
  'import.create_missing': 'Create all that is missing',
  'import.start_again': 'Other files',
  'import.not_ready': 'Answers are missing, or something is refused: nothing was imported.',
  'import.over': 'This import is over or has expired: start again with your files.',
  'import.done':
    'The meeting is imported: {items, plural, =0 {no new point} one {# point} other {# points}}, {annexes, plural, =0 {no annex} one {# annex} other {# annexes}}.',
  'import.points': 'Points',
  'import.number': 'No.',
  'import.item': 'Point',
  'import.bearer': 'Service and category',
  'import.recognised': '{count, plural, one {# already placed} other {# already placed}}',
  'import.to_choose': 'to choose',
  'import.action': 'Import',
  'import.action.create': 'To\u00A0create',
  'import.action.unchanged': 'Here\u00A0already',
  'import.action.kept_local': 'Kept as here',
  'import.action.refused': 'Refused',
  'import.excused': 'Excused',
  'import.absents': 'Absent',
  'import.at.item': 'point “{title}”',
  'import.at.field': 'field {field}',
  'import.at.line': 'line {line}, column {column}',

  'import.said.wrong_file.too_large': 'This file is too large.',
  'import.said.wrong_file.too_many_files': 'There are too many files for one import.',
  'import.said.wrong_file.empty_file': 'This file is empty.',
  'import.said.wrong_file.not_utf8': 'This file is not in UTF-8.',
  'import.said.wrong_file.not_json': 'This file is cut or damaged: it is not JSON.',
  'import.said.wrong_file.too_deep':
    'This file is nested too deeply to be an answer of PloneMeeting.',
  'import.said.wrong_file.forbidden_key':
    'This file holds a key that no answer of PloneMeeting bears.',
  'import.said.wrong_file.empty_list': 'This answer is an empty list.',
  'import.said.wrong_file.too_many_entries': 'This answer has too many entries for one meeting.',
  'import.said.wrong_file.mixed_types': 'This answer mixes meetings, points or annexes.',
  'import.said.wrong_file.other_type':
    'This answer holds something other than meetings, points or annexes ({type}).',
  'import.said.wrong_file.unknown_shape': 'This file is not an answer of PloneMeeting.',
  'import.said.wrong_file.preview_without_texts':
    'This list serves to choose points and does not hold their texts: ask for it with “fullobjects”.',
  'import.said.wrong_file.claimed_by_no_annex': 'No annex of the meeting has this content.',
  'import.said.wrong_file.annex_size_differs':
    'This file bears the name of an annex, but not its size: it is another version.',
  'import.said.no_meeting': 'No file holds the meeting itself.',
  'import.said.several_meetings': 'The files hold several meetings: import them one by one.',
  'import.said.missing_field':
    '{annex, select, none {} other {Annex “{annex}”: }}this field is missing.',
  'import.said.wrong_value':
    '{annex, select, none {} other {Annex “{annex}”: }}this field has an unexpected value{value, select, none {} other {: “{value}”}}.',
  'import.said.broken_html': 'The HTML is broken near “{excerpt}”.',
  'import.said.broken_html.unclosed-element': 'A tag is not closed: “{excerpt}”.',
  'import.said.broken_html.stray-end-tag': 'A tag closes that was not opened: “{excerpt}”.',
  'import.said.broken_html.misnested': 'Tags overlap: “{excerpt}”.',
  'import.said.dropped_markup': 'Markup that does not exist here is dropped: {what}.',
  'import.said.field_not_imported': 'This text has no place here and is not imported.',
  'import.said.duplicate_uid': 'This point is given several times.',
  'import.said.duplicate_number': 'Another point bears the same number ({number}).',
  'import.said.no_items': 'The meeting has no point.',
  'import.said.item_count_differs':
    'The meeting has {expected} points, the files hold {found}: some are missing.',
  'import.said.item_of_other_meeting': 'This point belongs to another meeting than “{meeting}”.',
  'import.said.date_differs':
    'The date ({date}) and the start ({startDate}) differ: the title decides, it will be {chosen}.',
  'import.said.hour_unknown': 'The time of the meeting is not known: it is set to midnight.',
  'import.said.unknown_category':
    'Category unknown here: {name} ({items, plural, one {# point} other {# points}}).',
  'import.said.unknown_service':
    'Service unknown here: {name} ({items, plural, one {# point} other {# points}}).',
  'import.said.mapped_by_name': '“{name}” is taken for “{ours}” here, of the same name.',
  'import.said.remote_changed':
    'This point has changed over there since its import: it stays as it is here.',
  'import.said.annex_without_file':
    'The file of the annex “{annex}” is missing ({filename}): a later import can add it.',
  'import.said.annex_of_unknown_item':
    'The annex “{annex}” belongs to a point that is not in these files: it is not imported.',
  'import.said.annex_confidential':
    'The annex “{annex}” is confidential over there: here, those who read the point read it too.',
  'import.said.organ_needed': 'The files do not say which organ meets: choose it.',
  'import.said.organ_meets':
    'The organ already has a meeting here at that moment, which does not come from this import.',
  'import.said.meeting_closed':
    'The meeting is closed here: {count, plural, one {# new point can no longer enter it} other {# new points can no longer enter it}}.',
}
