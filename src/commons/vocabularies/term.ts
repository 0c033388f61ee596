import { type Generated, sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { Conflict, Invalid, NotFound } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { type Use, vocabularies } from './vocabulary.ts'

interface TermTable {
  tenant_id: Generated<string>
  id: Generated<string>
  vocabulary: string
  name: string
  grouping: Generated<string>
  position: number
  hidden: Generated<boolean>
}

declare module '#kernel/db' {
  interface Tables {
    'commons.term': TermTable
  }
}

/** A word of a vocabulary (mot d’une liste). */
export interface Term {
  id: string
  name: string
  /** Under what head a long list shows it; empty where it is not grouped. */
  grouping: string
  /** Proposed no more. */
  hidden: boolean
}

const columns = ['id', 'name', 'grouping', 'hidden'] as const

/** All terms of a vocabulary in its order, for the names on old dossiers. */
export async function allTerms(vocabulary: string): Promise<Term[]> {
  const loaded = await everyVocabulary.get()
  const known = loaded.get(vocabulary) ?? inOrder(vocabulary).execute()
  loaded.set(vocabulary, known)
  return known
}

/** What was asked for so far: a list that is read in asks for each row. */
const everyVocabulary = loadedOnce(async () => new Map<string, Promise<Term[]>>())

/** The terms that may be chosen, in order; besides them the one that a dossier has already. */
export async function terms(vocabulary: string, kept: string | null = null): Promise<Term[]> {
  return (await allTerms(vocabulary)).filter(({ id, hidden }) => !hidden || id === kept)
}

function inOrder(vocabulary: string) {
  return db()
    .selectFrom('commons.term')
    .select(columns)
    .where('vocabulary', '=', vocabulary)
    .orderBy('position')
    .orderBy('id')
}

/** Throws `Invalid` on a field where what was chosen is none of the terms that may be. */
export async function ensureTerm(vocabulary: string, id: string, field: string): Promise<void> {
  const known = await terms(vocabulary)
  if (!known.some((one) => one.id === id)) throw Invalid.field(field, 'http.field.choose')
}

/** A term as it stands; who else changes it waits. Throws `NotFound` where it is gone. */
export async function lockedTerm(id: string): Promise<Term> {
  const term = await db()
    .selectFrom('commons.term')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!term) throw new NotFound()
  return term
}

/** Adds a term after the others. Throws `Invalid` where the name is taken. */
export async function addTerm(vocabulary: string, name: string, grouping = ''): Promise<Term> {
  const added = await db()
    .insertInto('commons.term')
    .values((e) => ({
      vocabulary,
      name,
      grouping,
      position: e
        .selectFrom('commons.term')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('vocabulary', '=', vocabulary),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst()
  everyVocabulary.forget()
  if (!added) throw taken(name)
  return added
}

/** Adds after the others, in this order, those of these terms that a vocabulary has not: to provide an authority. */
export async function giveTerms(
  vocabulary: string,
  given: readonly { name: string; grouping?: string }[],
): Promise<void> {
  const last = await allTerms(vocabulary)
  await db()
    .insertInto('commons.term')
    .values(
      given.map(({ name, grouping = '' }, at) => ({
        ...{ vocabulary, name, grouping },
        position: last.length + at + 1,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  everyVocabulary.forget()
}

/** Gives a term another name, and another group where told. Throws `Invalid` where it is taken. */
export async function renameTerm(id: string, name: string, grouping?: string): Promise<void> {
  const others = await othersOf(id)
  if (others.some((other) => folded(other.name) === folded(name))) throw taken(name)
  await db()
    .updateTable('commons.term')
    .set({ name, ...(grouping !== undefined && { grouping }) })
    .where('id', '=', id)
    .execute()
  everyVocabulary.forget()
}

/** Proposes a term no more, or again; dossiers that have it keep it. */
export async function hideTerm(id: string, hidden: boolean): Promise<void> {
  await db().updateTable('commons.term').set({ hidden }).where('id', '=', id).execute()
  everyVocabulary.forget()
}

/** Moves a term to a place in its vocabulary, from 1; past the end is last. */
export async function moveTerm(id: string, position: number): Promise<void> {
  const order = (await othersOf(id)).map((other) => other.id)
  order.splice(Math.max(position - 1, 0), 0, id)
  await sql`update commons.term t set position = o.place
    from unnest(${order}::uuid[]) with ordinality o (id, place) where t.id = o.id`.execute(db())
  everyVocabulary.forget()
}

/** A term cannot be removed: something has it. */
export class TermInUse extends Conflict {
  readonly use: Use

  constructor(name: string, use: Use) {
    if (use === 'unseen') super('vocabularies.used_unseen', { name })
    else super('vocabularies.used', { name, title: use.title })
    this.use = use
  }
}

/** Removes a term. Throws `TermInUse`, which names what uses it. */
export async function removeTerm(id: string): Promise<void> {
  // Locked, so that nobody chooses it between the question and the removal.
  const { vocabulary, name } = await locked(id)
  const known = vocabularies.all().find((one) => one.name === vocabulary)
  const use = await known?.uses(id)
  if (use) throw new TermInUse(name, use)
  await db().deleteFrom('commons.term').where('id', '=', id).execute()
  everyVocabulary.forget()
}

interface Locked {
  id: string
  vocabulary: string
  name: string
}

async function locked(id: string): Promise<Locked> {
  const found = await db()
    .selectFrom('commons.term')
    .select(['id', 'vocabulary', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/**
 * The other terms of its vocabulary, in order. All of them are locked in the order of their ids, so that of two
 * who order them at once one waits for the other. Throws `NotFound`.
 */
async function othersOf(id: string): Promise<Term[]> {
  const all = await db()
    .selectFrom('commons.term as t')
    .select(['t.id', 't.vocabulary'])
    .where('t.vocabulary', '=', (e) =>
      e.selectFrom('commons.term as one').select('one.vocabulary').where('one.id', '=', id),
    )
    .orderBy('t.id')
    .forUpdate()
    .execute()
  const own = all.find((one) => one.id === id)
  if (!own) throw new NotFound()
  // Others may have written until they were locked.
  everyVocabulary.forget()
  return (await allTerms(own.vocabulary)).filter((other) => other.id !== id)
}

const taken = (name: string) => Invalid.field('name', 'vocabularies.taken', { name })
