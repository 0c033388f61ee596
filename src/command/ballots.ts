import { parseArgs } from 'node:util'
import { type Finding, type SecretlyVoted, votedInSecret } from '#modules/live'
import { asHouse, authoritiesOf, onHouse } from './standing.ts'
import { within } from './within.ts'
import { Refused } from './words.ts'

const option = { type: 'string' } as const

/** Says which points are or were voted in secret on devices: papers given out, ballots in the box, results; with `--numbers`, of which papers. */
export function listBallots(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: { authority: option, organ: option, numbers: { type: 'boolean' } },
  })
  return within(values.authority, async () => {
    const all = await votedInSecret()
    const wanted = all.filter(
      ({ organ }) =>
        values.organ === undefined || organ.toLowerCase() === values.organ.toLowerCase(),
    )
    const lines = wanted.flatMap((one) => told(one, values.numbers ?? false))
    return lines.join('\n') || 'Nothing was voted in secret on devices.'
  })
}

function told(one: SecretlyVoted, numbers: boolean): string[] {
  const { meeting, number, title, open, counted, results } = one
  return [
    `${meeting}, ${number}. ${title}`,
    ...(open
      ? [
          `  open, key ${open.mark}: ${open.given} papers given out, ${open.lost} noted lost, ${open.cast} ballots in the box`,
        ]
      : []),
    ...results.map(
      ({ of, adopted, papers }) =>
        `  ${of ?? 'the whole'}: ${adopted ? 'adopted' : 'not adopted'}, ${papers} papers`,
    ),
    ...counted.map(
      (ballot) =>
        `  ${ballot.numbers.length} ballots of devices counted${numbers ? `: ${ballot.numbers.join(' ')}` : ''}`,
    ),
    ...one.findings.map((finding) => `  WRONG: ${sentences[finding]}`),
  ]
}

const sentences: Record<Finding, string> = {
  more_than_papers: 'more ballots are in the box than papers were given out',
  forged: 'a ballot in the box is by no paper that the house signed, or was changed',
  twice: 'the same number was counted twice',
  out_of_order: 'the numbers that were counted are not in the order in which the house writes them',
  more_than_counted: 'more ballots of devices were counted than papers stand in the vote',
}

/** Verifies what stands in each box and what was counted, of all authorities or one. */
export async function verifyBallots(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: option } })
  let wrong = 0
  await onHouse(async (standing) => {
    const all = await authoritiesOf(standing, values.authority)
    for (const authority of all) {
      const found = await asHouse(standing, authority, () => votedInSecret())
      const bad = found.filter(({ findings }) => findings.length > 0)
      wrong += bad.length
      console.log(`${authority.name}: ${found.length} points were voted in secret on devices.`)
      for (const one of bad) console.log(told(one, false).join('\n'))
    }
  })
  if (wrong > 0) throw new Refused(`${wrong} secret votes are not as the house wrote them.`)
}
