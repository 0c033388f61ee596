import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  trades: 'Trades',
  'trades.none': 'No trade of this authority is called “{q}”.',
  'trades.find': 'Name of the trade',
  'trades.look': 'Look',
  'trades.waiting':
    '{count, plural, =0 {Nothing waits for you} one {# file waits for you} other {# files wait for you}}',
  somebody: 'Somebody else',
  overtaken:
    '{name} saved something else meanwhile. Your answers are kept below; compare them with what is saved, then save again.',
  together: 'Together',
  home: 'Back to the home page',
  styleguide: 'Style guide',
  'search.title': 'Search',
  'search.more': 'More than {count, number} results for “{q}”',
  'search.narrow': 'The closest ones end here: sort by date to see all, or add a word.',
  'search.again': 'Search',
  'search.for': 'Search',
  'search.words': 'Words to look for',
  'search.in': 'in',
  'search.place': 'Where to look',
  'search.everywhere': 'all trades',
  'search.since': 'changed from',
  'search.since.label': 'Changed since',
  'search.until': 'to',
  'search.until.label': 'Changed until',
  'search.sorted': 'sorted by',
  'search.wrong_place':
    '“{value}” is neither a trade nor a kind of dossiers: nothing can be found there.',
  'search.wrong_order': '“{value}” is not understood, and is left aside.',
  'search.order': 'Order of results',
  'search.best': 'relevance',
  'search.latest': 'date',
  'search.kind': '{trade}: {kind}',
  'search.in_part': 'In the annex',
  'search.parts': '{count, plural, one {and one other annex} other {and # other annexes}}',
  'search.count': '{count, plural, =0 {No result} one {# result} other {# results}} for “{q}”',
  'search.instead': 'Nothing matches “{q}”. This is what matches:',
  'search.nothing': 'Nothing that you may read matches “{q}”. Try another word.',
  'search.ask': 'Type a word, a reference or the beginning of a title.',
  'public.description': 'What {authority} publishes.',
  'public.lead': 'What this authority publishes: each text is a dated copy that nobody can change.',
  'public.nothing': 'Nothing is published here yet.',
  'public.all': 'See all',
  'public.sign_in': 'Sign in',
  'public.agents': 'Staff and elected members',
  'public.agents.lead': 'Do you work for this authority, or are you an elected member?',
  'pasted.left': 'Left aside: {what}.',
  'pasted.deleted':
    '{count, plural, one {# deleted passage (tracked changes)} other {# deleted passages (tracked changes)}}',
  'pasted.comment': '{count, plural, one {# comment} other {# comments}}',
  'pasted.hidden': '{count, plural, one {# hidden passage} other {# hidden passages}}',
  'pasted.img':
    '{count, plural, one {# picture of another site or file, to be added by the button Picture} other {# pictures of another site or file, to be added by the button Picture}}',
  'pasted.link':
    '{count, plural, one {# link whose address is not http, https or mailto, or that holds more than words} other {# links whose address is not http, https or mailto, or that hold more than words}}',
  'pasted.embedded':
    '{count, plural, one {# embedded content (drawing, video, other page)} other {# embedded contents (drawings, videos, other pages)}}',
  'pasted.number':
    '{count, plural, one {# numbering of a list that is not between 0 and 9999} other {# numberings of lists that are not between 0 and 9999}}',
  'pasted.span':
    '{count, plural, one {# cell of more than 100 columns} other {# cells of more than 100 columns}}',
  'pasted.nesting':
    '{count, plural, one {# list, quotation or table more than {deepest, number} levels deep} other {# lists, quotations or tables more than {deepest, number} levels deep}}',
  'pasted.too_much': 'This text is too heavy to be taken.',
}
