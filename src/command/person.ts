import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addPerson, type Role, roles, todayHere } from '#commons/directory'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Usage } from './words.ts'

/** Enters somebody into an authority, with an account; says the password that was drawn for them. */
export async function addToAuthority(given: string[]): Promise<void> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({
    args: given,
    options: {
      authority: option,
      login: option,
      'first-name': option,
      'last-name': option,
      role: { ...option, multiple: true },
    },
  })
  const { login, 'first-name': firstName, 'last-name': lastName, role = [] } = values
  if (!login || !firstName || !lastName)
    throw new Usage('A person has --login, --first-name and --last-name.')
  const password = randomBytes(12).toString('base64url')
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    await asHouse(standing, authority, () =>
      addPerson({
        ...{ civility: '', firstName, lastName, roles: role.map(known), since: todayHere() },
        account: { login, password },
      }),
    )
    console.log(`${login} signs in to ${authority.name} with the password ${password}`)
  })
}

function known(role: string): Role {
  const found = roles.every().find(({ name }) => name === role)
  if (!found) throw new Usage(`--role is one of ${roleNames()}.`)
  return found
}

const roleNames = () =>
  roles
    .every()
    .map(({ name }) => name)
    .join(', ')
