import type { publicFr } from './public.fr.ts'

export const publicEn: Record<keyof typeof publicFr, string> = {
  too_many:
    'This address was asked for more than {most} times in a minute: ask for it again in a minute.',
  paper_busy: 'Other documents are being made: ask for this one again in a minute.',
  'paper.of': '{organ}, meeting of {day}',
  'paper.starts': 'Date and time',
  'paper.place': 'Place',
  'paper.published': 'Published on',
  'paper.version': 'Version',
  'paper.number': 'Item',
  'paper.reference': 'Reference',
  'paper.stage': 'Status',
  'paper.stage.project': 'Draft',
  'paper.stage.decision': 'Decision',
  'paper.hash': 'Fingerprint of the published copy (SHA-256): {hash}',
  'paper.votes': 'Votes',
  'paper.vote': 'Subject',
  'paper.whole': 'The whole',
  'paper.yes': 'For',
  'paper.no': 'Against',
  'paper.abstain': 'Abstentions',
  whole_busy: 'Other whole files are on their way: ask for this one again in a minute.',
  'terms.title': 'Terms of published decisions',
  'catalogue.title': 'Open data of {name}',
  'catalogue.about': 'All that the authority has published of its meetings, for programs.',
  'catalogue.decisions': 'Decisions and agendas of {name}',
  'catalogue.decisions.about':
    'Public drafts and decisions, votes and agendas, as soon as they are published.',
  'catalogue.keyword': 'decisions',
  'what.dump': 'Everything, a copy a line (NDJSON)',
  'what.csv': 'Decisions as a table (SCDL, CSV)',
  'what.changes': 'What was published and withdrawn, in order',
  'what.oparl': 'OParl 1.1 interface',
  link: 'Open data',
  title: 'Open data',
  lead: 'All that the authority publishes of its meetings, for programs: without an account or a key, at addresses that stay.',
  given: 'What is given',
  'how.dump':
    'Each public item and agenda, with its fingerprint. Made when it is asked for: what is withdrawn is not in it.',
  'how.csv':
    'A line a decision, with votes, as SCDL 2.1.3. The enterprise number stands for the SIRET.',
  'how.changes':
    'To be followed by its field “next”. A withdrawal is told with its sentence, and nothing of what was published.',
  'how.oparl':
    'Bodies, meetings, items and papers in JSON, in lists a page at a time, with filters by date.',
  'how.catalogue': 'These data sets described in DCAT-AP (JSON-LD or Turtle).',
  'how.terms': 'The concepts that the data use, in four languages (SKOS).',
  'what.maturity': 'How far the data can be read',
  'how.maturity':
    'How many copies reach the levels 1 (agenda), 2 (decisions and votes) and 3 (articles and citations), and what is missing.',
  'what.sitemap': 'Sitemap for search engines',
  'how.sitemap': 'All public pages, 50\u00A0000 at a time.',
  forms: 'Each page in several forms',
  'forms.how':
    'The page of an item or a meeting says the same in HTML with RDFa (OSLO Besluit and ELI), JSON-LD, Turtle and PDF: ask for the form by the Accept header, or add .jsonld, .ttl or .pdf to the address.',
  'forms.label': 'Other forms',
  follow: 'Staying up to date',
  'follow.how':
    'Read the whole file once, then the changes since you last read. A line “withdrawn” takes away all copies of its address that came before it.',
  rules: 'Conditions',
  'rules.how':
    'Official acts are not protected by copyright (Belgian Code of Economic Law, article XI.172, § 2): use them freely (CC0). Any site may read them (CORS). Whoever asks too often is answered 429 with Retry-After.',
  organs: 'Bodies that publish',
  'proof.title': 'Verify a publication',
  'proof.lead':
    'Anybody can make sure that a decision is the one that was published, and that nothing was changed since.',
  'proof.what': 'What proves a publication',
  'proof.copy':
    'To publish is to make a copy that nobody can change any more. Its fingerprint (SHA-256) is reckoned from all it says: one changed character gives another fingerprint.',
  'proof.chain':
    'Each copy holds the fingerprint of the copy published just before it. To change an old copy would break all that follow: noting one recent fingerprint is enough to watch over all those before it.',
  'proof.withdrawn':
    'A copy that was withdrawn can be read no more, but stays in the chain: its fingerprint is in the next copy.',
  'proof.yourself': 'Verify it yourself',
  'proof.step.take':
    'On the page of a decision, in the frame of the proof, open “This version, for a program”: it is the copy in JSON.',
  'proof.step.without': 'Put the field “hash” aside: it is the announced fingerprint.',
  'proof.step.spell': 'Write the rest as canonical JSON (RFC 8785): sorted fields, no spaces.',
  'proof.step.hash':
    'Reckon the SHA-256 of that text in UTF-8: it equals the announced fingerprint.',
  'proof.step.before':
    'For the chain: the field “previous_hash” is the fingerprint of the previous copy of the authority.',
  'proof.script': 'In Python, with the JSON address of the copy:',
  'what.catalogue': 'DCAT-AP catalogue',
  'what.terms': 'Terms used',
  changes_over: 'This house has not reached that key yet: begin to read again without “after”.',
  lead_of_all:
    'All that authorities publish of their meetings, for programs: without an account or a key, at addresses that stay.',
  'how.dump_of_all':
    'All authorities one after the other, in one file, with the fingerprint of each copy. Made when it is asked for: what is withdrawn is not in it.',
  'how.changes_of_all':
    'Of all authorities. To be followed by its field “next”; each address is there once, with what stands there now, or the sentence of its withdrawal.',
  'how.oparl_of_all':
    'A system of which each authority is a body, with its lists at its own address.',
  'how.catalogue_of_all':
    'These data sets described, and where each authority has its own catalogue (DCAT-AP, JSON-LD or Turtle).',
  'what.authorities': 'Authorities and where they are (GeoJSON)',
  'how.authorities':
    'Those of which something is public, and how much, with a place on a map where they say where they are.',
  'how.sitemap_of_all':
    'The pages of this portal; robots.txt leads to the sitemap of each authority.',
  each: 'At each authority',
  'each.how':
    'Its items, meetings and papers are at its own address, in all their forms. The whole file and the changes lead there by their field “url”.',
}
