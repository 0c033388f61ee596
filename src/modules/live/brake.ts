import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, Forbidden, TooMany } from '#kernel/errors'
import type { Step } from '#kernel/http'
import { tenant } from '#kernel/tenancy'
import { type CastBallot, isTrue } from './ballot.ts'

// The ballot box is open to whoever comes, and asks nobody's address: many members sit behind one. What holds somebody back there
// is that they bring no paper, or the same one too often; who brings theirs waits for nobody.

/** In milliseconds: no more often is it read which votes are open, however many ask for one that is not. */
const glance = 100
/** Of an authority, so many ballots without a paper in a second are answered at once; others wait. */
const free = 20
/** In milliseconds. */
const heldBack = 500
/** So many wait of an authority; more are told at once. */
const mostHeld = 100
/** So often may one paper come in so many milliseconds: its device sends again what was not answered. */
const often = { most: 5, within: 10_000 }

interface AtBox {
  /** Vote → what its papers are seen by, as it was read last: of one vote that is always the same. */
  keys: ReadonlyMap<string, string>
  readAt: number
  reading: Promise<void> | undefined
  /** How many came without a paper in this second, and how many of them wait. */
  second: number
  without: number
  held: number
  /** Paper → how often it came lately. */
  readonly came: Map<string, number>
}

const boxes = new Map<string, AtBox>()

function atBox(): AtBox {
  const { id } = tenant()
  const box = boxes.get(id) ?? {
    ...{ keys: new Map(), readAt: -glance, reading: undefined, second: 0, without: 0, held: 0 },
    came: new Map(),
  }
  boxes.set(id, box)
  return box
}

/**
 * Lets a ballot through to the box whose paper the house signed for an open vote, with no transaction open. Throws `Conflict`,
 * `Forbidden` or `TooMany`.
 */
export async function ensureBrings(voteId: string, ballot: CastBallot, step: Step): Promise<void> {
  const box = atBox()
  const key = await keyOf(box, voteId, step)
  if (key === undefined || !(await isTrue(key, ballot))) {
    await holdBack(box)
    throw key === undefined
      ? new Conflict('live.secret.closed')
      : new Forbidden('live.secret.no_paper')
  }
  const paper = ballot.paper.toString('base64')
  const came = (box.came.get(paper) ?? 0) + 1
  if (came > often.most) {
    await holdBack(box)
    throw new TooMany('live.secret.too_often')
  }
  if (came === 1) setTimeout(() => box.came.delete(paper), often.within).unref()
  box.came.set(paper, came)
}

async function keyOf(box: AtBox, voteId: string, step: Step): Promise<string | undefined> {
  const known = box.keys.get(voteId)
  if (known !== undefined) return known
  box.reading ??= readAgain(box, step)
  // Whoever reads for all may be refused: each reads for itself then.
  await box.reading.catch(async () => {
    box.keys = await step(openKeys)
  })
  return box.keys.get(voteId)
}

/** Serves all who asked before it begins. */
async function readAgain(box: AtBox, step: Step): Promise<void> {
  await delay(Math.max(0, box.readAt + glance - performance.now()))
  box.reading = undefined
  box.readAt = performance.now()
  box.keys = await step(openKeys)
}

async function openKeys(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; paper_key: string }>`
    select id, paper_key from live.poll where secret`.execute(db())
  return new Map(rows.map(({ id, paper_key }) => [id, paper_key]))
}

async function holdBack(box: AtBox): Promise<void> {
  const second = Math.floor(performance.now() / 1000)
  if (box.second !== second) Object.assign(box, { second, without: 0 })
  box.without += 1
  if (box.without <= free) return
  if (box.held >= mostHeld) throw new TooMany('live.secret.too_often')
  box.held += 1
  await delay(heldBack)
  box.held -= 1
}
