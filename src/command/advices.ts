import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import {
  type Advice,
  advices,
  askOnMany,
  everyPair,
  statusOf,
  typesOn,
  weighAsking,
} from '#commons/advices'
import { readMany } from '#commons/dossiers'
import { within } from './within.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

/** Says which advices wait, run or were given, over all dossiers; `--late` those that are past their day. */
export function listAdvices(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: { authority: option, state: option, late: { type: 'boolean' } },
  })
  return within(values.authority, async () => {
    const all = await readMany<Advice>(
      advices,
      sql<
        string[]
      >`array(select o.id from commons.advice o join commons.dossier d using (tenant_id, id)
        where not o.withdrawn and (${values.state ?? ''} = '' or d.state = ${values.state ?? ''}))`,
    )
    const told = all
      .map((one) => ({ ...one, status: statusOf(one) }))
      .filter(({ status }) => !values.late || status.includes('timed_out'))
      .map(({ title, status, due_on }) => `${due_on?.toString() ?? 'no day'} ${status} ${title}`)
    return told.join('\n') || 'No advice is asked.'
  })
}

/** Asks for an advice on dossiers, by their references, titles or ids; `--look` only says what would become of each. */
export function askAdvices(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, type: option, reason: option, look: { type: 'boolean' } },
      on: { type: 'string', multiple: true, default: [] as string[] },
      about: { type: 'string', default: 'deliberations.item' },
    },
  })
  const { type, on, about } = values
  if (!type || on.length === 0)
    throw new Usage('Say which advice by --type, and --on which dossiers.')
  return within(values.authority, async () => {
    const kind = (await typesOn(about)).find(({ title }) => title === type)
    if (!kind) throw new Refused(`No kind of advice on ${about} is called « ${type} ».`)
    const found = await db()
      .selectFrom('commons.dossier')
      .select(['id', 'reference', 'title'])
      .where('kind', '=', about)
      .where((e) =>
        e.or([
          e('reference', 'in', on),
          e('title', 'in', on),
          e(e.cast<string>('id', 'text'), 'in', on),
        ]),
      )
      .execute()
    const lost = on.filter(
      (one) => !found.some(({ id, reference, title }) => [id, reference, title].includes(one)),
    )
    if (lost.length > 0) throw new Refused(`There is no ${lost.join(', ')}.`)
    const wanted = everyPair(
      found.map(({ id }) => id),
      [kind.id],
    )
    const all = values.look
      ? await weighAsking(about, wanted)
      : await askOnMany(about, wanted, values.reason ?? '')
    return all
      .map(({ subject, why }) => `${subject.reference || subject.title}: ${why ? t(why) : 'asked'}`)
      .join('\n')
  })
}
