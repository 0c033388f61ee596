import { createHmac } from 'node:crypto'
import pg from 'pg'
import { StartFailure } from './embedded-failure.ts'

/** The role that serves requests: it owns nothing and row-level security binds it. */
export const applicationRole = 'beffroi_app'
/** The role that serves public pages: it can read publications and nothing else, and write nothing. */
export const publicRole = 'beffroi_public'
/** The role of the gate: it reads which authorities there are, and nothing of them. No other login of ours can. */
export const gateRole = 'beffroi_gate'

/** Those by which we log in besides the owner. */
export const roles = [applicationRole, publicRole, gateRole]

/**
 * The URL by which a role of ours logs in itself, so that no statement gives it more than it is: a session that the
 * owner opened could always go back to being the owner. Its password follows from the owner's, so that all processes
 * know it and nobody has to keep it. None where the owner logs in without a password.
 */
export function urlAs(role: string, ownerUrl: string): string | undefined {
  const url = new URL(ownerUrl)
  if (!url.password) return undefined
  const secret = decodeURIComponent(url.password)
  url.username = role
  url.password = createHmac('sha256', secret).update(`beffroi:${role}`).digest('base64url')
  return url.href
}

/** Lets the roles log in, under the passwords that follow from the owner's. They are there by then. */
export async function giveLogins(owner: pg.ClientBase, ownerUrl: string): Promise<void> {
  for (const role of roles) {
    const url = urlAs(role, ownerUrl)
    if (!url || (await enters(url))) continue
    const secret = owner.escapeLiteral(new URL(url).password)
    await owner
      .query(`alter role ${role} login noinherit password ${secret}`)
      .catch(async (failure: Error) => {
        // Roles belong to the whole server: another database may have done it just now.
        if (await enters(url)) return
        throw new StartFailure(
          `The role ${role} could not be given a way in (${failure.message}): as an administrator of the ` +
            `server, run « grant ${role} to <the role of DATABASE_URL> with admin option ».`,
        )
      })
    if (!(await enters(url)))
      throw new StartFailure(
        `The role ${role} cannot log in: let it in beside the role of DATABASE_URL, in pg_hba.conf of the server and in ` +
          'the list of users of a pooler in front.',
      )
  }
}

async function enters(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch (failure) {
    // No such role, no way in, another password: anything else is told by whoever needs the database.
    if (failure instanceof pg.DatabaseError && failure.code?.startsWith('28')) return false
    throw failure
  } finally {
    await client.end()
  }
}

/** What is said at the start where the owner logs in without a password: then nobody else can by one. */
export const withoutLogins =
  'DATABASE_URL holds no password: requests run as the owner of the database, who only steps back to the role ' +
  'beffroi_app. Give the owner a password in DATABASE_URL, so that they log in as beffroi_app itself.'
