import { inPerson, outward, permission, theirOwn } from '#kernel/access'

/** What each sees of their own access: nobody else does, not even who sees the house as they do. */
export const own = outward(theirOwn(inPerson(permission('identity.own'))))
