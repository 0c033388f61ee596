/** Sentences of a vote, as the deliberation and the minutes (procès-verbal) print them. */
export const voteFr = {
  'vote.by_secret_ballot': 'au scrutin secret,',
  'vote.unanimous': 'à l’unanimité,',
  'vote.by_counts': 'par {counts},',

  'vote.count.yes': '{count, plural, =1 {une voix} other {# voix}} pour',
  'vote.count.no': '{count, plural, =1 {une voix} other {# voix}} contre',
  'vote.count.abstain': '{count, plural, =1 {une abstention} other {# abstentions}}',
  'vote.count.blank': '{count, plural, =1 {un bulletin blanc} other {# bulletins blancs}}',
  'vote.count.invalid': '{count, plural, =1 {un bulletin nul} other {# bulletins nuls}}',

  'vote.voters':
    '{count, plural, =0 {Il n’y a aucun votant.} =1 {Il y a un votant.} other {Il y a # votants.}}',

  'vote.result.casting_vote': 'la voix du président étant prépondérante,',
  'vote.result.minority': 'la proposition est rejetée.',
  'vote.result.tie': 'les voix étant partagées, la proposition est rejetée.',
  'vote.result.tie_postponed': 'les voix étant partagées, l’affaire est remise à une autre séance.',
  'vote.result.no_vote_cast': 'aucune voix n’ayant été exprimée, la proposition n’est pas adoptée.',

  'attendance.no_seat': 'Cette personne ne siège pas dans l’organe ce jour-là.',

  'vote.postpones': 'Les voix sont partagées\u00A0: le point est remis à une autre séance.',
  'vote.held': 'Ce point a déjà son vote\u00A0: décidez-le, ou votez à nouveau.',
  'vote.kind_kept': 'Ce point est déjà voté\u00A0: sa manière de voter ne change plus.',

  'vote.names.no': '{count, plural, =1 {Vote contre} other {Votent contre}}\u00A0: {names}.',
  'vote.names.abstain': '{count, plural, =1 {S’abstient} other {S’abstiennent}}\u00A0: {names}.',
} as const
