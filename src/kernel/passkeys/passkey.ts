import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { db } from '#kernel/db'
import { tenant } from '#kernel/tenancy'
import { here, newChallenge, takeChallenge } from './challenge.ts'
import './tables.ts'

/** A key of a person, as they find it again. */
export interface Passkey {
  id: string
  called: string
  host: string
  created_at: Temporal.Instant
  used_at: Temporal.Instant | null
}

/** More than anybody has devices. */
const most = 20

/** The keys of an account, the first first. */
export const passkeysOf = (accountId: string): Promise<Passkey[]> =>
  db()
    .selectFrom('kernel.passkey')
    .select(['id', 'called', 'host', 'created_at', 'used_at'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()

const known = (accountId: string) =>
  db()
    .selectFrom('kernel.passkey')
    .select(['credential as id', 'transports'])
    .where('account_id', '=', accountId)
    .where('host', '=', here().host)
    .execute()

const asDevices = (keys: { id: string; transports: string[] }[]) =>
  // What a device said of how it is reached, which we kept.
  keys.map(({ id, transports }) => ({
    id,
    transports: transports as AuthenticatorTransport[],
  }))

/** What a browser is told to make a key; nothing where the account has as many as it may. */
export async function askNewKey(account: { id: string; login: string; name: string }) {
  const keys = await known(account.id)
  if (keys.length >= most) return undefined
  return generateRegistrationOptions({
    rpName: `Beffroi ${tenant().shortName}`,
    rpID: here().host,
    userName: account.login,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id)),
    challenge: await newChallenge(account.id),
    attestationType: 'none',
    excludeCredentials: asDevices(keys),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What a browser is told to use a key: one of an account, or any that it has for this host. */
export const askKey = async (accountId: string | null) =>
  generateAuthenticationOptions({
    rpID: here().host,
    challenge: await newChallenge(accountId),
    allowCredentials: accountId ? asDevices(await known(accountId)) : [],
    userVerification: 'required',
  })

/** What a browser answers; what is in it is read by the library alone. */
const Answer = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}),
})

function read(text: string): z.infer<typeof Answer> | undefined {
  try {
    return Answer.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Keeps a key that a device made for an account, under a name. Whether it was one. */
export async function keepKey(accountId: string, text: string, called: string): Promise<boolean> {
  const response = read(text)
  if (!response) return false
  const { origin, host } = here()
  const checked = await attempt(() =>
    verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON, // The library reads it strictly.
      expectedChallenge: (challenge) => takeChallenge(challenge, accountId),
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    }),
  )
  if (!checked?.verified) return false
  const { credential } = checked.registrationInfo
  const kept = await db()
    .insertInto('kernel.passkey')
    .values({
      account_id: accountId,
      credential: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports: credential.transports ?? [],
      ...{ host, called },
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/**
 * The account whose key answered; nothing where it is unknown, of another host, answers what was not asked, or was used
 * less often than we know (a copy). `accountId` is whose key it has to be, null: anybody's.
 */
export async function accountByKey(
  text: string,
  accountId: string | null,
): Promise<string | undefined> {
  const response = read(text)
  if (!response) return undefined
  const { origin, host } = here()
  const key = await db()
    .selectFrom('kernel.passkey')
    .select(['id', 'account_id', 'credential', 'public_key', 'counter'])
    .where('credential', '=', response.id)
    .where('host', '=', host)
    .forUpdate()
    .executeTakeFirst()
  if (!key || (accountId && key.account_id !== accountId)) return undefined
  const checked = await attempt(() =>
    verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON, // The library reads it strictly.
      expectedChallenge: (challenge) => takeChallenge(challenge, accountId),
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: {
        id: key.credential,
        publicKey: new Uint8Array(key.public_key),
        counter: Number(key.counter),
      },
    }),
  )
  if (!checked?.verified) return undefined
  await db()
    .updateTable('kernel.passkey')
    .set({
      counter: String(checked.authenticationInfo.newCounter),
      used_at: Temporal.Now.instant(),
    })
    .where('id', '=', key.id)
    .execute()
  return key.account_id
}

/** The library throws where an answer does not hold: that is no fault of ours, and no more than a no. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

/** Takes a key away from an account. Its name, where it was there. */
export async function removeKey(accountId: string, id: string): Promise<string | undefined> {
  const gone = await db()
    .deleteFrom('kernel.passkey')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('called')
    .executeTakeFirst()
  return gone?.called
}

/** Takes all keys away from an account. Whether there were any. */
export async function removeKeys(accountId: string): Promise<boolean> {
  const gone = await db()
    .deleteFrom('kernel.passkey')
    .where('account_id', '=', accountId)
    .returning('id')
    .execute()
  return gone.length > 0
}
