import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import { exampleOf, type LegalRule } from '#commons/law'

/** A test that works a matter of law out on a case: its file under `src/modules`, and how its title begins. */
export interface Proof {
  readonly file: string
  readonly title: string
}

const proof = (file: string, title: string): Proof => ({ file, title })

/**
 * Where matters of law by which nothing is reckoned or counted are worked out: those have no figures for an example beside their
 * rule. Any matter may be here.
 */
export const proofs: Readonly<Record<string, Proof>> = {
  'council.closed_session': proof(
    'deliberations/test/lawful-order.test.ts',
    'a public point cannot stand behind the closed session',
  ),
  'council.convoker': proof(
    'convocations/test/letter.test.ts',
    'a council is convoked by its college',
  ),
  'council.explanatory_note': proof(
    'preparation/test/explanation.test.ts',
    'L1122-13 members read the notes with the agenda',
  ),
  'council.sitting': proof(
    'minutes/test/organs.test.ts',
    'papers of an organ that sits closed have no public part',
  ),
  'finance_advice.threshold': proof(
    'opinions/test/points.test.ts',
    'above the amount of the law the opinion of the financial director is asked by itself',
  ),
  'minutes.approval': proof(
    'minutes/test/life.test.ts',
    'nothing is approved that members were not given to read',
  ),
  'plan.council_act': proof(
    'accountability/test/law-of-council.test.ts',
    'the council of a municipality takes note without a vote',
  ),
  'sitting.president': proof(
    'sittings/test/course.test.ts',
    'whoever presides and leaves is replaced, by rank or by designation',
  ),
  'sitting.secretary': proof(
    'sittings/test/course.test.ts',
    'who keeps the minutes and stands aside for a point is replaced',
  ),
  'vote.called_member': proof(
    'votes/test/ties.test.ts',
    'after a tie the college may call a member of the council',
  ),
  'vote.election': proof(
    'votes/test/election.test.ts',
    'without a majority a second round is held between two',
  ),
  'vote.recorded': proof(
    'minutes/test/organs.test.ts',
    'minutes of a college record decisions alone',
  ),
  'vote.secret': proof(
    'sittings/test/facts.test.ts',
    'an appointment is voted in secret, whatever its form',
  ),
}

const textOf = (file: string): string => {
  const path = join(projectRoot, 'src/modules', file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Rules that no case was worked out of, neither beside them nor by a test; and proofs that are none. */
export function checkProofs(
  rules: readonly LegalRule[],
  known: Readonly<Record<string, Proof>> = proofs,
  text: (file: string) => string = textOf,
): string[] {
  const keys = new Set(rules.map(({ key }) => key))
  const bare = rules.filter((rule) => !exampleOf(rule) && !known[rule.key])
  return [
    ...bare.map(
      ({ key, organKind, validFrom }) =>
        `${key}, ${organKind ?? 'all'}, from ${validFrom.toString()}: no case is worked out`,
    ),
    ...Object.entries(known).flatMap(([key, { file, title }]) => [
      ...(keys.has(key) ? [] : [`${key}: no law is called so`]),
      ...(text(file).includes(`test('${title}`)
        ? []
        : [`${key}: ${file} has no test « ${title} »`]),
    ]),
  ]
}
