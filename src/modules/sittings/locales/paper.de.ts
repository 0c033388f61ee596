import type { fr } from './fr.ts'

/** What minutes say of who was there, in German. Names stand in the nominative: nothing declines « Herr » in them. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  'quorum.said':
    '{present, plural, other {#}} von {inOffice} amtierenden Mitgliedern anwesend; erforderlich sind {required} ({article})',
  'movement.at_point': 'Punkt {number}',
  'movement.said.arrives':
    '{who} nimmt {when, select, none {ab diesem Punkt} other {ab {hour}}} an der Sitzung teil.',
  'movement.said.leaves': '{who} verlässt{when, select, none {} other { um {hour}}} die Sitzung.',
  'movement.said.withdraws':
    '{who} zieht sich{when, select, none {} other { um {hour}}} zurück und nimmt weder an der Beratung noch an der Abstimmung teil.',
  'movement.said.again': '{who} nimmt wieder an der Sitzung teil.',
  'urgency.said':
    '{count, plural, =1 {Die Dringlichkeit wird von einem anwesenden Mitglied erklärt} other {Die Dringlichkeit wird von # anwesenden Mitgliedern erklärt}}: {names}.',
}
