import { actAs, actor, ensureWithin, mayBy, permission, type Permission } from '#kernel/access'
import { audit, auditReading } from '#kernel/audit'
import { standingPerson } from '#kernel/auth'
import { Forbidden } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { badRequest, Refused } from './failure.ts'

type Doing = 'act' | 'read'

const representing = permission('restapi.in_name_of')

/**
 * Does it as whoever asks; where a program says that it is in the name of somebody (`in_name_of`), with what they bear and
 * no more than the program was given: it votes, validates and decides for nobody. Whoever reads history sees both names.
 * Throws `Refused`: 401 where the program may not, 400 where there is nobody of that login (G02).
 */
export async function inNameOf<T>(
  login: string | undefined,
  doing: Doing,
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  if (login === undefined) return work()
  if (!mayBy(representing, doing)) throw new Refused(401, 'restapi.in_name_of.refused', { login })
  const person = login.trim() === '' ? undefined : await standingPerson(login)
  if (!person) throw badRequest('restapi.in_name_of.unknown', { login })
  const { scopes = [], name: program } = actor()
  if (doing === 'act') await audit('in_name_of', `${login} ${path}`)
  else await auditReading(`${path} ${login}`)
  const name = inItsLanguage(() => t('restapi.in_name_of.called', { name: person.name, program }))
  return actAs({ id: person.id, name, principals: person.principals, scopes }, work)
}

/** Throws `Forbidden` where the one who acts has not this permission, as its own routes do. */
export function need(of: Permission, doing: Doing): void {
  if (mayBy(of, doing)) return
  ensureWithin(of.name.split('.')[0] ?? '', doing)
  throw new Forbidden()
}
