import { describe, expect, test } from 'vitest'
import { standingOf, type Told } from '../standing.ts'

const day = Temporal.PlainDate.from('2026-06-25')
const at = (hour: string) => Temporal.Instant.from(`2026-06-25T${hour}:00+02:00`)
const last = Temporal.PlainDate.from('2026-06-17')
const meeting = { day, starts_at: at('20:00'), place: 'Salle', last }
const members = [
  { id: 'a', name: 'Alix' },
  { id: 'b', name: 'Basile' },
]
const told = (seat_id: string, received: string | null, more: Partial<Told> = {}): Told => ({
  ...{ seat_id, kind: 'convocation', state: received ? 'sent' : 'waiting', day },
  ...{ starts_at: meeting.starts_at, place: meeting.place, urgency: '' },
  received_on: received === null ? null : Temporal.PlainDate.from(received),
  ...more,
})

describe('an organ is convoked once every member received it (L1122-13)', () => {
  test('nobody was sent anything', () => {
    expect(standingOf(meeting, members, [])).toMatchObject({ state: 'none', missing: members })
  })
  test('one of two received it', () => {
    const standing = standingOf(meeting, members, [told('a', '2026-06-15'), told('b', null)])
    expect(standing).toMatchObject({ state: 'waiting', unreceived: [{ name: 'Basile' }], on: null })
  })
  test('both did, the last of them seven clear days before', () => {
    const standing = standingOf(meeting, members, [
      told('a', '2026-06-15'),
      told('b', '2026-06-17'),
    ])
    expect(standing).toMatchObject({ state: 'done', late: [], on: last })
  })
  test('one did a day too late; an urgency that is given covers it', () => {
    const both = (more: Partial<Told>) => [
      told('a', '2026-06-15', more),
      told('b', '2026-06-18', more),
    ]
    expect(standingOf(meeting, members, both({}))).toMatchObject({
      state: 'late',
      late: [{ name: 'Basile' }],
    })
    const urgent = standingOf(meeting, members, both({ urgency: 'Digue rompue' }))
    expect(urgent.state).toBe('urgent')
  })
})

test('what the server for mail refused, what came back and what went nowhere convoked nobody', () => {
  for (const state of ['refused', 'returned', 'kept'] as const) {
    const standing = standingOf(meeting, members, [
      told('a', '2026-06-15'),
      told('b', null, { state }),
    ])
    expect(standing).toMatchObject({ state: 'waiting', missing: [{ name: 'Basile' }] })
  }
})

test('another hour has to be told to all; the delay counts from the first word of that day', () => {
  const moved = { ...meeting, starts_at: at('18:00') }
  const before = members.map(({ id }) => told(id, '2026-06-15'))
  expect(standingOf(moved, members, before)).toMatchObject({ state: 'waiting', missing: members })
  const after = members.map(({ id }) =>
    told(id, '2026-06-22', { kind: 'change', starts_at: at('18:00') }),
  )
  expect(standingOf(moved, members, [...before, ...after]).state).toBe('done')
})

test('another day begins the delay anew', () => {
  const moved = {
    ...{ day: Temporal.PlainDate.from('2026-07-02'), place: 'Salle' },
    starts_at: Temporal.Instant.from('2026-07-02T20:00:00+02:00'),
    last: Temporal.PlainDate.from('2026-06-24'),
  }
  const before = members.map(({ id }) => told(id, '2026-06-15'))
  expect(standingOf(moved, members, before)).toMatchObject({ state: 'none', missing: members })
})
