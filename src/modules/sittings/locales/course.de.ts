import type { courseFr } from './course.fr.ts'

/** The course of a sitting as minutes say it, in German; names stand in the nominative. */
export const courseDe: Partial<Record<keyof typeof courseFr, string>> = {
  'incident.said.suspended':
    '{by, select, somebody {{who} beantragt eine Unterbrechung: Die Sitzung ist} other {Die Sitzung ist}} {over, select, yes {von {hour} bis {until}} other {ab {hour}}} unterbrochen ({reason}).',
  'incident.said.persons':
    '{when, select, at {Um {hour} wird} other {Es wird}} eine Personenfrage aufgeworfen: Der Ausschluss der Öffentlichkeit wird ausgesprochen ({article}) und das Publikum verlässt den Saal.',
  'incident.said.public_order':
    '{when, select, at {Um {hour} beschließen} other {Es beschließen}} {votes, plural, one {# anwesendes Mitglied} other {# anwesende Mitglieder}} im Interesse der öffentlichen Ordnung und wegen schwerwiegender Nachteile den Ausschluss der Öffentlichkeit ({article}); das Publikum verlässt den Saal.',
  'incident.said.readmitted':
    '{when, select, at {Um {hour} wird} other {Es wird}} die Öffentlichkeit wieder zugelassen.',
  'incident.said.presides':
    '{when, select, at {Ab {hour} führt {who}} other {Ab diesem Punkt führt {who}}} den Vorsitz, {how, select, rank {der Rangordnung nach} other {aufgrund einer Bezeichnung ({reason})}}.',
  'incident.said.keeps':
    '{when, select, at {Ab {hour} führt {who}} other {Ab diesem Punkt führt {who}}} das Protokoll, {how, select, rank {der Rangordnung nach} other {aufgrund einer Bezeichnung ({reason})}}.',
  'stretch.said':
    '{who}: {as, select, there {Anwesenheit} aside {Rückzug} other {Abwesenheit}} {several, select, true {von Punkt {first} bis Punkt {last}} other {bei Punkt {first}}}',
  'proxy.said':
    '{giver} ist {civility, select, other {vertreten}}; Vollmacht: {holder} ({statement} vom {day}){span, select, from {, ab Punkt {from}} between {, von Punkt {from} bis Punkt {until}} other {}}.',
}
