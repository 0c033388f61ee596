import { expect, test } from 'vitest'
import { figure, givenAuthority } from '#test/harness'
import { lacksOf } from '../check.ts'
import { pointResources } from '../point.ts'
import type { PublicPoint } from '#modules/copies'

const content = (number: number): PublicPoint => ({
  ...{ stage: 'decision', whole: true, organ: { name: 'Conseil communal', kind: 'council' } },
  ...{ meeting: 'cc-20260625', starts_at: '2026-06-25T18:00:00Z', number: String(number) },
  ...{ reference: `CC-${number}`, subject: 'Voirie', in_charge: [], places: ['Rue du Moulin'] },
  ...{ outcome: 'accepted', organ_speaks: null, sentences: [], verb: null, annexes: [] },
  motivation: '<p>Vu le Code</p>' as PublicPoint['motivation'],
  decision: '<p>Article 1er. D’approuver</p>' as PublicPoint['decision'],
  votes: [
    {
      ...{ about: null, secret: false, yes: 20, no: 1, abstain: 0, blank: 0, invalid: 0 },
      ...{ adopted: true, article: 'CDLD-L1122-26' },
      voters: Array.from({ length: 21 }, (_, index) => ({
        ...{ name: `Membre ${index}`, choice: index ? 'yes' : 'no' },
      })),
    },
  ],
})

test('a meeting of 60 points with named votes is checked by our shapes in well under a second', async () => {
  const authority = await givenAuthority()
  const resources = await authority.asSystem(() =>
    Promise.resolve(
      Array.from({ length: 60 }, (_, index) =>
        pointResources('https://beauval.example', {
          ...{ publisher: 'publications.point', slug: `cc-2026-${index}`, number: 1 },
          ...{ title: 'Voirie', content: content(index + 1), hash: '', previous_hash: null },
          published_at: Temporal.Instant.from('2026-06-26T08:00:00Z'),
        }),
      ).flat(),
    ),
  )
  const began = performance.now()
  const lacks = await lacksOf(resources)
  figure('60 points checked by SHACL', Math.round(performance.now() - began), 'ms')
  expect(lacks.filter(({ refused }) => refused)).toEqual([])
  expect(performance.now() - began).toBeLessThan(5000)
})
