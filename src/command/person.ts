import { parseArgs } from 'node:util'
import { audit } from '#kernel/audit'
import { sendPasswordLink } from '#kernel/auth'
import { inItsLanguage } from '#kernel/tenancy'
import { addPerson, type Role, roles, todayHere } from '#commons/directory'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Usage } from './words.ts'

/** Enters somebody into an authority, with an account; says where they choose their password. */
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
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    const held = role.map(known)
    const { href } = await asHouse(standing, authority, async () => {
      const id = await addPerson({
        ...{ civility: '', firstName, lastName, roles: held, since: todayHere() },
        account: { login },
      })
      for (const { name } of held) await audit('office_given', `role ${name} ${id}`)
      return inItsLanguage(() => sendPasswordLink(id, 'invitation'))
    })
    console.log(`${login} of ${authority.name} chooses a password at ${href}`)
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
