import { expect, test, vi } from 'vitest'
import { NoTurn, Shares } from '../index.ts'

/** Work that is done when one says so, and the order in which it was begun. */
function workshop(share: { all: number; one: number; waiting?: number; seconds?: number }) {
  const shares = new Shares({ waiting: 100, seconds: 10, ...share })
  const begun: string[] = []
  const ends: (() => void)[] = []
  const ask = (who: string, what = who) => {
    const asked = shares.within(who, () => {
      begun.push(what)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
    // Most never get a turn, and nobody minds.
    asked.catch(() => {})
    return asked
  }
  /** Lets whoever may begin. */
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  /** Ends what was begun first. */
  const end = async () => {
    await settle()
    ends.shift()?.()
    await settle()
  }
  return { begun, ask, end, shares, settle }
}

test('an authority that asks for much leaves room for others, who go at once (R4)', async () => {
  const { begun, ask, settle } = workshop({ all: 4, one: 3 })
  for (let n = 0; n < 50; n += 1) void ask('loud')
  void ask('quiet')
  await settle()
  expect(begun).toEqual(['loud', 'loud', 'loud', 'quiet'])
})

test('authorities that wait have turns one after the other, however many each asks for (R4)', async () => {
  const { begun, ask, end } = workshop({ all: 1, one: 1 })
  for (let n = 1; n <= 3; n += 1) void ask('a', `a${n}`)
  for (let n = 1; n <= 3; n += 1) void ask('b', `b${n}`)
  void ask('c', 'c1')
  for (let n = 0; n < 7; n += 1) await end()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'b3'])
})

test('while somebody is inside whose authority has nobody waiting, a crowd sends in nobody more', async () => {
  const { begun, ask, end, settle } = workshop({ all: 9, one: 2 })
  for (let n = 1; n <= 6; n += 1) void ask('loud', `loud ${n}`)
  void ask('quiet')
  await end()
  await end()
  expect(begun).toEqual(['loud 1', 'loud 2', 'quiet'])
  await end()
  expect(begun).toEqual(['loud 1', 'loud 2', 'quiet', 'loud 3', 'loud 4'])
  await settle()
})

test('nobody is held back for long, whoever is inside', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const { begun, ask, end, settle } = workshop({ all: 9, one: 2 })
    for (let n = 1; n <= 6; n += 1) void ask('loud', `loud ${n}`)
    void ask('quiet')
    await end()
    expect(begun).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(30)
    await settle()
    expect(begun.slice(3)).toEqual(['loud 3'])
  } finally {
    vi.useRealTimers()
  }
})

test('who waits too long, or comes when too many wait, is told so and takes no place (R2)', async () => {
  const { begun, ask, end, settle } = workshop({ all: 1, one: 1, waiting: 1, seconds: 0.01 })
  void ask('a', 'first')
  const refused = await Promise.allSettled([ask('a', 'late'), ask('a', 'one too many')])
  for (const one of refused) expect(one).toMatchObject({ reason: expect.any(NoTurn) })
  await end()
  void ask('a', 'next')
  await settle()
  expect(begun).toEqual(['first', 'next'])
})

test('work that fails gives its place back', async () => {
  const { shares, begun, ask, settle } = workshop({ all: 1, one: 1 })
  const fails = () => Promise.reject(new Error('it failed'))
  await expect(shares.within('a', fails)).rejects.toThrow('it failed')
  void ask('a')
  await settle()
  expect(begun).toEqual(['a'])
})
