import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Finding, type Verification, verifyAudit } from '#kernel/audit-chain'
import { asHouse, authoritiesOf, onHouse } from './standing.ts'
import { Refused } from './words.ts'

const options = { authority: { type: 'string' }, anchors: { type: 'string' } } as const

/** Walks over the security log of each authority, and names what is not as the house wrote it. */
export async function verifyLog(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options })
  const text = values.anchors === undefined ? undefined : await readFile(values.anchors, 'utf8')
  let wrong = 0
  await onHouse(async (standing) => {
    const all = await authoritiesOf(standing, values.authority)
    for (const authority of all) {
      const found = await asHouse(standing, authority, () => verifyAudit(text))
      wrong += found.findings.length + found.anchorsWrong
      console.log([`${authority.name}: ${summary(found)}`, ...found.findings.map(told)].join('\n'))
    }
  })
  if (wrong > 0)
    throw new Refused(`The security log is not as the house wrote it: ${wrong} findings.`)
}

function summary({ lines, head, forgotten, restored, ...anchors }: Verification): string {
  const parts = [
    `${lines} lines${head ? `, the last is number ${head.seq}` : ''}`,
    `${anchors.anchors} anchors`,
    ...(forgotten > 0 ? [`${forgotten} lines went after their time`] : []),
    ...(anchors.anchorsWrong > 0
      ? [`${anchors.anchorsWrong} anchors that the house did not sign`]
      : []),
    ...(anchors.anchorsUntold > 0
      ? [`${anchors.anchorsUntold} anchors of a master key that is no longer here`]
      : []),
    ...restored.map(({ at, seq }) => `a backup was put back on ${at}, up to number ${seq}`),
  ]
  return `${parts.join('; ')}.`
}

const sentences: Record<Finding['what'], string> = {
  changed: 'says something else than it did',
  removed: 'is gone',
  inserted: 'was not written by the house',
  link_removed: 'are gone with their links',
  front: 'are gone from the front, by a cut that the house did not sign',
  end: 'are gone from the end: they were anchored',
  rewritten: 'were reckoned anew: an anchor says something else',
}

/** « line 12 (0198…, download) is gone, between … and … » */
function told({ what, from, to, line, after, before }: Finding): string {
  const which = from === to ? `line ${from ?? ''}`.trim() : `lines ${from ?? 1} to ${to}`
  const known = line ? ` (${[line.id, line.action].filter(Boolean).join(', ')})` : ''
  const when =
    after && before && !after.equals(before)
      ? `, between ${after} and ${before}`
      : `, ${after ? `after ${after}` : `before ${before}`}`
  return `  ${which}${known} ${sentences[what]}${after || before ? when : ''}`
}
