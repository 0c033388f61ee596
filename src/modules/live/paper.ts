import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'
import { actor, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { seal, unseal } from '#kernel/secrets'
import { signal } from '#kernel/signals'
import { fullName } from '#commons/directory'
import { tell } from '#commons/dossiers'
import { items, type Meeting } from '#modules/deliberations'
import { held, heldByMany, locked, voterIn } from './held.ts'
import { bearerOf } from './open-vote.ts'
import { ensureRuns } from './runs.ts'
import './tables.ts'

/** What signs papers of a vote is read by the house alone, and only while that vote is open. */
export const signingKey = { table: 'live.poll', column: 'signs' }

const bits = 2048
const made = promisify(generateKeyPair)

/** The keys of a secret vote, before its papers are given. */
export async function newKeys(voteId: string, boxKey: string) {
  const { privateKey, publicKey } = await made('rsa', { modulusLength: bits })
  const der = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  return {
    secret: true,
    signs: await seal(signingKey, voteId, der),
    paper_key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    box_key: boxKey,
  }
}

/**
 * Gives somebody a paper for a seat, one and no more: signs what their device made, blinded, so that nobody can tell the
 * paper from others when it comes back (RFC 9474). What is asked again with the same is answered the same.
 */
export async function givePaper(
  meeting: Meeting,
  voteId: string,
  seatId: string,
  blinded: Buffer,
): Promise<Buffer> {
  ensureInPerson()
  if (blinded.length !== bits / 8) throw Invalid.field('blinded', 'http.field.wrong')
  const { signs } = await locked(meeting, voteId, 'share', 'secret')
  const { poll } = await heldByMany(meeting, voteId, 'secret')
  const seat = voterIn(poll, seatId)
  if (bearerOf(poll, seat).person_id !== actor().id) throw new Forbidden('live.vote.not_yours')
  const mark = createHash('sha256').update(blinded).digest()
  const row = await db()
    .insertInto('live.paper')
    .values({ poll_id: voteId, seat_id: seatId, blinded: mark })
    .onConflict((on) =>
      on
        .columns(['tenant_id', 'poll_id', 'seat_id'])
        .doUpdateSet((e) => ({ blinded: e.fn.coalesce('live.paper.blinded', e.val(mark)) })),
    )
    .returning('blinded')
    .executeTakeFirstOrThrow()
  ensure(row.blinded?.equals(mark), Conflict, 'live.secret.given_before')
  if (!signs) throw new Error('A secret vote has what signs its papers')
  const signed = sign(await unseal(signingKey, voteId, signs), blinded)
  await signal([meeting.id])
  return signed
}

/** The bare operation of RSA (RSASP1), and a look at it (RFC 9474, 4.3), by OpenSSL, which takes as long for any key. */
function sign(der: string, blinded: Buffer): Buffer {
  const key = createPrivateKey({
    ...{ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' },
  })
  const raw = { padding: constants.RSA_NO_PADDING }
  try {
    const signed = privateDecrypt({ ...raw, key }, blinded)
    const back = publicEncrypt({ ...raw, key: createPublicKey(key) }, signed)
    if (back.equals(blinded)) return signed
  } catch {
    // It is not below the modulus: it was not made by that key.
  }
  throw Invalid.field('blinded', 'http.field.wrong')
}

/** Whether the house signed this paper for that vote. */
export const isOurs = (paperKey: string, paper: Buffer, proof: Buffer): boolean =>
  verify(
    'sha384',
    paper,
    {
      key: createPublicKey({
        ...{ key: Buffer.from(paperKey, 'base64url'), format: 'der', type: 'spki' },
      }),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    },
    proof,
  )

/**
 * Somebody says that they cannot cast their paper: their device is broken, or they left. History tells whose it was, for one
 * paper less is expected; they may take another, on another device, or vote on paper.
 */
export async function noteLost(meeting: Meeting, voteId: string, seatId: string): Promise<void> {
  ensureInPerson()
  const { vote, poll } = await held(meeting, voteId, 'update', 'secret')
  await ensureRuns(meeting, vote.item.position ?? 0)
  const { numUpdatedRows } = await db()
    .updateTable('live.paper')
    .set((e) => ({ blinded: null, lost: e('lost', '+', 1) }))
    .where('poll_id', '=', voteId)
    .where('seat_id', '=', seatId)
    .where('blinded', 'is not', null)
    .executeTakeFirstOrThrow()
  ensure(numUpdatedRows > 0n, Conflict, 'live.secret.none_given')
  const seat = poll.voters.find(({ id }) => id === seatId)
  await tell(items, vote.item.id, 'lose_paper', { who: seat ? fullName(seat) : '' })
  await signal([meeting.id])
}
