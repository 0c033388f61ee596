import type { fr } from './fr.ts'

export const de: Partial<Record<keyof typeof fr, string>> = {
  'vote.by_secret_ballot': 'in geheimer Abstimmung,',
  'vote.unanimous': 'einstimmig,',
  'vote.by_counts': 'mit {counts},',
  'vote.count.yes': '{count, plural, =1 {einer Jastimme} other {# Jastimmen}}',
  'vote.count.no': '{count, plural, =1 {einer Neinstimme} other {# Neinstimmen}}',
  'vote.count.abstain': '{count, plural, =1 {einer Enthaltung} other {# Enthaltungen}}',
  'vote.count.blank':
    '{count, plural, =1 {einem leeren Stimmzettel} other {# leeren Stimmzetteln}}',
  'vote.count.invalid':
    '{count, plural, =1 {einem ungültigen Stimmzettel} other {# ungültigen Stimmzetteln}}',
  'vote.voters':
    '{count, plural, =0 {Niemand stimmt ab.} =1 {Eine Person stimmt ab.} other {# Personen stimmen ab.}}',
  'vote.result.adopted':
    '{what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert abgestimmte Text} other {ist der Vorschlag}} angenommen.',
  'vote.result.casting_vote':
    'wobei die Stimme {civility, select, mrs {der Vorsitzenden} other {des Vorsitzenden}} den Ausschlag gibt,',
  'vote.result.minority':
    '{what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert abgestimmte Text} other {ist der Vorschlag}} abgelehnt.',
  'vote.result.tie':
    'also bei Stimmengleichheit, {what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert abgestimmte Text} other {ist der Vorschlag}} abgelehnt.',
  'vote.result.tie_postponed':
    'also bei Stimmengleichheit, wird die Sache auf eine andere Sitzung vertagt.',
  'vote.result.no_vote_cast':
    'da keine Stimme abgegeben wurde, {what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert abgestimmte Text} other {ist der Vorschlag}} nicht angenommen.',
  'vote.names.yes': '{count, plural, =1 {Dafür stimmt} other {Dafür stimmen}}: {names}.',
  'vote.names.no': '{count, plural, =1 {Dagegen stimmt} other {Dagegen stimmen}}: {names}.',
  'vote.names.abstain': '{count, plural, =1 {Es enthält sich} other {Es enthalten sich}}: {names}.',
  'vote.bar.yes': '{count, number} dafür',
  'vote.bar.no': '{count, number} dagegen',
  'vote.bar.abstain': '{count, plural, one {# Enthaltung} other {# Enthaltungen}}',
  'vote.bar.majority': 'Mehrheit bei {count, number}',
}
