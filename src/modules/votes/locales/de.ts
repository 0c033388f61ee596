import type { fr } from './fr.ts'

export const de: Partial<Record<keyof typeof fr, string>> = {
  'vote.by_secret_ballot': 'in geheimer Abstimmung',
  'vote.unanimous': 'einstimmig',
  'vote.by_counts': 'mit {counts}',
  'vote.count.yes': '{count, plural, =1 {einer Jastimme} other {# Jastimmen}}',
  'vote.count.no': '{count, plural, =1 {einer Neinstimme} other {# Neinstimmen}}',
  'vote.count.abstain': '{count, plural, =1 {einer Stimmenthaltung} other {# Stimmenthaltungen}}',
  'vote.count.blank':
    '{count, plural, =1 {einem leeren Stimmzettel} other {# leeren Stimmzetteln}}',
  'vote.count.invalid':
    '{count, plural, =1 {einem ungültigen Stimmzettel} other {# ungültigen Stimmzetteln}}',
  'vote.voters':
    '{count, plural, =0 {Niemand stimmt ab.} =1 {Eine Person stimmt ab.} other {# Personen stimmen ab.}}',
  'vote.result.adopted':
    '{what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert zur Abstimmung gestellte Text} other {ist der Vorschlag}} angenommen.',
  'vote.result.casting_vote':
    'und mit der ausschlaggebenden Stimme {civility, select, mrs {der Vorsitzenden} other {des Vorsitzenden}}',
  'vote.result.minority':
    '{what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert zur Abstimmung gestellte Text} other {ist der Vorschlag}} abgelehnt.',
  'vote.result.tie':
    'und somit bei Stimmengleichheit {what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert zur Abstimmung gestellte Text} other {ist der Vorschlag}} abgelehnt.',
  'vote.result.tie_postponed':
    'und somit bei Stimmengleichheit wird die Sache auf eine andere Sitzung vertagt.',
  'vote.result.no_vote_cast':
    '{what, select, amendment {ist der Abänderungsantrag} part {ist der gesondert zur Abstimmung gestellte Text} other {ist der Vorschlag}}, da keine Stimme dafür oder dagegen abgegeben wurde, nicht angenommen.',
  'vote.names.yes': '{count, plural, =1 {Dafür stimmt} other {Dafür stimmen}}: {names}.',
  'vote.names.no': '{count, plural, =1 {Dagegen stimmt} other {Dagegen stimmen}}: {names}.',
  'vote.names.abstain':
    '{count, plural, =1 {Der Stimme enthält sich} other {Der Stimme enthalten sich}}: {names}.',
  'motion.said':
    '{kind, select, amendment {Abänderungsantrag} part {Gesonderte Abstimmung} other {Wahl}} „{title}“{by, select, somebody { (eingereicht: {who})} other {}}.',
  'motion.count': '{count, plural, =1 {einer Stimme} other {# Stimmen}} für „{title}“',
  'motion.kept.leading': 'und somit zugunsten von „{title}“',
  'motion.kept.whole': 'ist „{title}“ angenommen.',
  'motion.none_kept': 'erreicht keiner der Vorschläge die Mehrheit.',
  'called.said':
    '{who}{title, select, none {} other {, {title},}} wird {civility, select, other {berufen}}, für diesen Punkt an der Sitzung teilzunehmen ({article}).',
  'election.has': '{name} {count, plural, =0 {keine Stimme} =1 {eine Stimme} other {# Stimmen}}',
  'election.said':
    '{number, plural, =1 {Erster Wahlgang} other {Stichwahl}}: {papers, plural, =1 {ein gültiger Stimmzettel} other {# gültige Stimmzettel}}{blank, plural, =0 {} =1 {, ein leerer} other {, # leere}}{invalid, plural, =0 {} =1 {, ein ungültiger} other {, # ungültige}}{number, plural, =1 {; absolute Mehrheit: {majority}} other {}}. Es erhalten: {counts}.',
  'election.by_age': 'Bei Stimmengleichheit erhält der älteste Kandidat den Vorzug.',
  'election.leading': 'In geheimer Abstimmung, in der die Wahl auf {names} fällt,',
  'election.whole': 'In geheimer Abstimmung fällt die Wahl auf {names}.',
  'election.nobody': 'In geheimer Abstimmung ist niemand gewählt.',
  'vote.bar.yes': '{count, number} dafür',
  'vote.bar.no': '{count, number} dagegen',
  'vote.bar.abstain': '{count, plural, one {# Stimmenthaltung} other {# Stimmenthaltungen}}',
  'vote.bar.majority': 'Mehrheit bei {count, number}',
}
