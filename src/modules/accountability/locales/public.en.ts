import type { publicFr } from './public.fr.ts'

export const publicEn: Record<keyof typeof publicFr, string> = {
  'public.link': 'Strategic plan',
  'public.about':
    '{number, plural, one {What the authority wants to do, and how far it is} other {What the authority wants to do, and how far it is; version #}}',
  'public.none': 'The strategic plan is not published yet.',
  'public.description':
    '{title}: the objectives, how far the actions are, the budgets and the indicators.',
  'public.published': 'Published on {date}',
  'public.older': 'You are reading an older version of this plan: read the latest instead.',
  'public.lead':
    '{body, select, commune {This plan says what the municipality wants} cpas {This plan says what the CPAS wants} other {This plan says what the municipality and its CPAS want}} to have achieved by the end of the legislature, in {year}: {strategic, plural, =0 {no strategic objective} one {# strategic objective} other {# strategic objectives}}, {operational, plural, =0 {no operational objective} one {# operational objective} other {# operational objectives}} and {actions, plural, =0 {no action} one {# action} other {# actions}}, of which {done, plural, =0 {none is finished} one {# is finished} other {# are finished}}.',
  'public.progress': 'Progress of the plan',
  'public.standing': 'Where the actions stand',
  'public.goals': 'Progress by sustainable development goal (SDG)',
  'public.serving':
    '{count, plural, =0 {nothing in this plan} one {# objective or action, {done}} other {# objectives and actions, {done}}}',
  'public.search': 'Search in the plan',
  'public.matches':
    '{count, plural, =0 {Nothing in this plan answers this search.} one {# objective or action answers this search; what surrounds it is shown too.} other {# objectives and actions answer this search; what surrounds them is shown too.}}',
  'public.budget': 'Budget planned by year and source',
  'public.also': 'Also contributes to this objective:',
  'public.until': 'Deadline: {date}',
  'public.costs': 'Budget: {amount}',
  'public.mandataries': '{count, plural, one {Mandatary} other {Mandataries}}: {names}',
  'public.sdg': 'SDG\u00A0{goal}',
  'public.indicator': '{label}: {value} {unit} (to reach: {target})',
  'public.data': 'Open data',
  'public.csv': 'Table as open data (CSV)',
  'public.sheet': 'Table for a spreadsheet (CSV, semicolons)',
  'public.json': 'Complete data (JSON)',
  'public.level': 'Level',
  'public.above': 'Contributes to',
  'public.done': 'Progress (%)',
  'public.euros': 'Budget {year} (€)',
  'publication.tab': 'Publication',
  'publication.not_in_force': 'Only a plan in force is published: put it in force first.',
  'publication.leaves': 'What everybody will be able to read',
  'publication.leaves_list': `Volets, objectives, actions and sub-actions that are more than created, with their description (without masked passages)
Their state, progress, deadline and the SDGs that they serve
Budgets by year and source, down to actions; indicators and where they go
The names of the mandataries`,
  'publication.stays': 'What stays inside',
  'publication.stays_list': `What is merely “created”, and what is below it
Comments, observations, remarks and comments on the budget
The health of actions and its reason; why a progress was noted by hand
Services, administrative managers, bearers and other persons
Tasks, annexes and history`,
  'publication.preview': 'Look before publishing',
  'publication.preview_help':
    'This is the page as it would be published now. Back to the publication',
  'publication.done': 'Version no.\u00A0{number} of the plan is public.',
  'publication.undone': 'The version is off the public pages.',
}
