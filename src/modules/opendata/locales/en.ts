import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  too_many:
    'This address was asked for more than {most} times in a minute: ask for it again in a minute.',
  paper_busy: 'Other documents are being made: ask for this one again in a minute.',
  refused:
    'Nothing is published. {points}{more, plural, =0 {} one { Another item is in the same case.} other { # other items are in the same case.}}',
  'refused.point': 'Item {number} (“{title}”): {why}.',
  'lack.title': 'its title holds no word',
  'lack.meeting_title': 'the title of the meeting holds no word',
  'lack.start': 'the start of the meeting is missing',
  'lack.organ': 'the body is missing',
  'lack.open': 'it is not said to be public',
  'lack.number': 'its number is missing',
  'lack.description': 'it is described twice',
  'lack.order': 'its place on the agenda is stated twice',
  'lack.topic': 'it is not said what the page is about',
  'lack.subject': 'the item that it deals with is missing',
  'lack.decision': 'the text of the decision is missing',
  'lack.language': 'the language is missing',
  'lack.published': 'the date of publication is missing',
  'lack.dates': 'the decision is dated after its publication',
  'lack.reference': 'the reference is missing',
  'lack.motivation': 'the grounds are missing',
  'lack.vote_subject': 'the subject of a vote is missing',
  'lack.vote_secret': 'it is not said whether a vote is secret',
  'lack.vote_totals': 'the count of a vote is missing or wrong',
  'lack.vote_named': 'a secret vote names those who voted',
  'lack.person': 'the name of a person is missing',
  'lack.articles': 'the decision is not divided into articles',
  'lack.citations': 'the grounds cite nothing (“Vu…”)',
  'lack.article_number': 'an article has no number',
  'lack.article_words': 'an article is empty',
  'paper.of': '{organ}, meeting of {day}',
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
    'On the page of a decision, open “Data” in the frame of the proof: it is the copy in JSON.',
  'proof.step.without': 'Put the field “hash” aside: it is the announced fingerprint.',
  'proof.step.spell': 'Write the rest as canonical JSON (RFC 8785): sorted fields, no spaces.',
  'proof.step.hash':
    'Reckon the SHA-256 of that text in UTF-8: it equals the announced fingerprint.',
  'proof.step.before':
    'For the chain: the field “previous_hash” is the fingerprint of the previous copy of the authority.',
  'proof.script': 'In Python, with the JSON address of the copy:',
  'what.catalogue': 'DCAT-AP catalogue',
  'what.terms': 'Terms used',
}
