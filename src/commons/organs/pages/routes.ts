import { permission } from '#kernel/access'
import { Invalid, NotFound } from '#kernel/errors'
import { type Call, isId, PageRoutes } from '#kernel/http'
import { meant } from '#commons/people'
import { type Organ, organ } from '../organ.ts'

export const pages = new PageRoutes('/organs')
export const reads = permission('organs.read')
/** Gives, ends and replaces seats. */
export const seats = permission('organs.seat')
/** Adds, calls and ends organs. */
export const keeps = permission('organs.keep')

export const organPath = ({ id }: Pick<Organ, 'id'>) => `/organs/${id}`

/** The organ of an address. Throws `NotFound`. */
export async function organHere(c: Call): Promise<Organ> {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound()
  return organ(id)
}

/** Whom a form or a program means. Throws `Invalid`. */
export async function personIn(text: string): Promise<string> {
  const id = await meant(text, 'person')
  if (!id) throw Invalid.field('person', 'http.field.required')
  return id
}
