import { type Policy, role, signedIn } from '#kernel/access'
import { administrator } from '#commons/directory'
import { type Item, mayEdit } from './item.ts'
import { secretariat } from './role.ts'

/** Sits in an organ, or works on what organs decide. */
const house: Policy = (who) => signedIn(who)

/** Writes for at least one service. */
const writer: Policy = (who) =>
  role(secretariat)(who) || who.principals.some((one) => /^service:.*:(editor|head)$/.test(one))

const editor: Policy<Item> = (who, item) => signedIn(who) && (!item || mayEdit(item))

export const permissions = {
  read: house,
  'item.write': writer,
  'item.edit': editor,
  'item.step': house,
  'item.present': role(secretariat),
  'category.keep': role(secretariat, administrator),
  'meeting.plan': role(secretariat),
  'meeting.run': role(secretariat),
} satisfies Record<string, Policy>
