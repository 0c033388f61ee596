import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { asRows, db, loadedOnce } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { administrator, agent } from '#commons/directory'
import { type Dossier, kind, readMany } from '#commons/dossiers'
import { type Given, type OwnColumns, type RecordKind, wordsOf } from '#commons/records'
import { plainVerbNames, plainVerbs } from '#commons/registers'
import { awaitedBy, workflow } from '#commons/workflow'
import { advisedNamed } from './advised.ts'
import { typeFields } from './fields.ts'
import { ensureMergeable } from './merging.ts'
import { values } from './values.ts'

/** A kind of advice, as the authority has it. */
export type AdviceType = Dossier<OwnColumns<typeof typeFields>>

export const typeWorkflow = workflow('advices.type', {
  initial: 'used',
  states: {
    used: { tone: 'good', edits: [administrator] },
    // Asked no more; what was asked goes on.
    ended: { tone: 'neutral' },
  },
  transitions: {
    end: { from: ['used'], to: 'ended', who: [administrator] },
    resume: { from: ['ended'], to: 'used', who: [administrator], back: true },
  },
})

/** The address of a kind of advice. */
const typePath = (id: string) => `/advices/types/${id}`

export const types = kind<OwnColumns<typeof typeFields>, (typeof plainVerbNames)[number]>({
  name: 'advices.type',
  verbs: plainVerbNames,
  table: 'commons.advice_type',
  path: typePath,
  readers: () => [agent.principal],
  awaits: (one) => awaitedBy(typeWorkflow, one),
  body: wordsOf(typeFields),
})

const plain = plainVerbs(types, typeFields, typeWorkflow)

/** What a type of advice must be, besides each of its answers by itself. */
function weigh(given: Partial<Given<typeof typeFields>>, about: string): void {
  const of = advisedNamed(about)
  ensureIs(of !== undefined, 'about')
  ensureIs(
    !given.condition || of?.conditions.some(({ name }) => name === given.condition),
    'condition',
  )
  ensureIs(!given.law || of?.laws.some(({ name }) => name === given.law), 'law')
  ensureIs((given.not_on ?? []).length < 5, 'not_on')
  ensureMergeable(given)
}

function ensureIs(holds: boolean | undefined, field: string): void {
  if (!holds) throw Invalid.field(field, 'http.field.choose')
}

/** What a form, a list and the API ask of kinds of advice, and the verbs that they call. */
export const typeRecord: RecordKind<typeof typeFields, OwnColumns<typeof typeFields>> = {
  ...plain,
  begins: () => ({ offers: [...values] }),
  parts: [
    { title: 'advices.part.what', names: ['title', 'about', 'giver', 'nature', 'condition'] },
    { title: 'advices.part.rules', names: ['uninvited', 'must_favour', 'confidential'] },
    {
      title: 'advices.part.clock',
      names: ['law', 'days', 'unit', 'week', 'not_on', 'alert', 'delays'],
    },
    { title: 'advices.part.values', folded: true, names: ['offers', 'request'] },
    {
      title: 'advices.part.texts',
      folded: true,
      names: ['given_text', 'own_text', 'late_text', 'none_text'],
    },
  ],
  write: async (given, told) => {
    weigh(given, given.about)
    allTypes.forget()
    return plain.write(given, told)
  },
  rewrite: async (before, given) => {
    weigh({ ...before, ...given } as Partial<Given<typeof typeFields>>, given.about ?? before.about)
    const moved = (['about', 'giver'] as const).find(
      (name) => given[name] !== undefined && given[name] !== before[name],
    )
    // Who was asked stays who was asked (D13).
    if (moved && (await isUsed(before)))
      throw Invalid.field(moved, 'advices.type.in_use', { title: before.title })
    allTypes.forget()
    return plain.rewrite(before, given)
  },
}

async function isUsed({ id }: { id: string }): Promise<boolean> {
  const one = await db()
    .selectFrom('commons.advice')
    .select('id')
    .where('type_id', '=', id)
    .executeTakeFirst()
  return one !== undefined
}

/** All that there are, in use or ended, read once a request: what is asked of whom is no secret of those who see a dossier. */
const allTypes = loadedOnce(() =>
  actAs(system, () =>
    readMany<OwnColumns<typeof typeFields>>(
      types,
      sql<string[]>`array(select id from commons.advice_type)`,
    ),
  ),
)

/** The kinds of advice that are asked on a kind of dossiers today. */
export const typesOn = async (kindName: string): Promise<AdviceType[]> =>
  (await allTypes.get()).filter(({ about, state }) => about === kindName && state === 'used')

/** These kinds of advice by their ids, whether they are asked still or not. */
export async function typesNamed(ids: readonly string[]): Promise<Map<string, AdviceType>> {
  if (ids.length === 0) return new Map()
  const wanted = new Set(ids)
  return new Map(
    (await allTypes.get()).flatMap((one) => (wanted.has(one.id) ? [[one.id, one]] : [])),
  )
}

/** A kind of advice that may be asked on such dossiers. Throws `Invalid` on `type_id` where it may not. */
export async function typeAsked(id: string, kindName: string): Promise<AdviceType> {
  const found = (await typesNamed([id])).get(id)
  if (!found || found.about !== kindName) throw Invalid.field('type_id', 'http.field.choose')
  ensure(found.state === 'used', Conflict, 'advices.type.is_ended', { title: found.title })
  return found
}

/** Gives an authority kinds of advice to start with, where it has none of this name. */
export async function giveTypes(
  all: readonly (Partial<Given<typeof typeFields>> &
    Pick<Given<typeof typeFields>, 'title' | 'about' | 'giver'>)[],
): Promise<void> {
  const { rows } = await sql<{ title: string }>`
    select distinct w.title from jsonb_to_recordset(${asRows(all.map(({ title }) => ({ title })))})
      as w (title text) join commons.dossier d on d.kind = 'advices.type'
      and kernel.name_key(d.title) = kernel.name_key(w.title)`.execute(db())
  const known = new Set(rows.map(({ title }) => title))
  for (const given of all)
    if (!known.has(given.title)) await typeRecord.write({ ...plainly, ...given })
}

const plainly = {
  ...{ nature: 'optional', condition: null, uninvited: false, must_favour: false },
  ...{ confidential: false, law: null, days: 10, unit: 'working', week: 'five', not_on: [] },
  ...{ alert: 2, delays: [], offers: [...values], request: '' },
  ...{ given_text: '', own_text: '', late_text: '', none_text: '' },
} satisfies Omit<Given<typeof typeFields>, 'title' | 'about' | 'giver'>
