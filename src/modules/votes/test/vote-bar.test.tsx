import { expect, test } from 'vitest'
import '../locales/index.ts'
import { VoteBar } from '../pages/vote-bar.tsx'

const html = (node: { toString(): string }) => node.toString()

test('a vote is told in words, and a tie of nothing draws nothing', () => {
  const vote = html(<VoteBar yes={17} no={4} abstain={2} majority={12} />)
  expect(vote.replace(/<[^>]+>/g, ' ')).toMatch(
    /17 pour\s+4 contre\s+2 abstentions\s+majorité à 12/,
  )
  expect(html(<VoteBar yes={0} no={0} abstain={0} />)).not.toMatch(/NaN|class="yes" x/)
})

test('the parts of a vote fill the bar', () => {
  const vote = html(<VoteBar yes={2} no={1} abstain={1} />)
  const parts = [
    ...vote.matchAll(/<rect class="(?:yes|no|abstain)" x="([\d.]+)%".*?width="([\d.]+)%"/g),
  ]
  expect(parts.map(([, x, width]) => [Number(x), Number(width)])).toEqual([
    [0, 50],
    [50, 25],
    [75, 25],
  ])
})
