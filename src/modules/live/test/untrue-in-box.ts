import { sql } from 'kysely'
import { db } from '#kernel/db'
import { type Devices, type Paper, type Result, timesTakenBack, toldOf } from './devices.ts'

/** What is false of the secret votes that devices held, or ties somebody to a ballot; nothing should be. */
export async function untrueInBoxes(devices: Devices): Promise<string[]> {
  const wrong = [...devices.wrong]
  for (const vote of devices.votes.keys()) wrong.push(...(await untrueInBox(devices, vote)))
  for (const result of devices.results) wrong.push(...(await untrueResult(devices, result)))
  if (devices.papers.some(({ cast }) => cast)) wrong.push(...(await linkedIn(devices)))
  return wrong
}

const castOf = ({ papers }: Devices, vote: string) =>
  papers.flatMap((one) => (one.vote === vote && one.cast ? [one.cast] : []))

/** No more ballots than papers that were given, and none that no device knows. */
async function untrueInBox(devices: Devices, vote: string): Promise<string[]> {
  const { rows } = await sql<{ given: number; cast: number; open: boolean }>`select
    (select coalesce(sum(p.lost + (p.blinded is not null)::integer), 0)::integer
      from live.paper p where p.poll_id = ${vote}) as given,
    (select count(*)::integer from live.box b where b.poll_id = ${vote}) as cast,
    exists (select from live.poll p where p.id = ${vote}) as open`.execute(db())
  const [{ given, cast, open } = { given: 0, cast: 0, open: false }] = rows
  if (cast > given) return [`${cast} ballots of ${given} papers`]
  if (!open) return cast + given > 0 ? ['something is left of a vote that is over'] : []
  const known = castOf(devices, vote).length
  return known === cast ? [] : [`${cast} ballots are in the box, of ${known} that were cast`]
}

/** What was counted is what was cast and counted by hand, and stays that unless a person takes it back. */
async function untrueResult(devices: Devices, result: Result): Promise<string[]> {
  const { vote, item, motion, told, question } = result
  const cast = castOf(devices, vote)
  const wrong: string[] = []
  const recorded = question.kind === 'election' ? told.rounds.at(-1) : told.own?.tally
  const due = dueOf(result, cast)
  const isSo = Object.entries(due).every(
    ([name, value]) => same((recorded as Record<string, unknown> | undefined)?.[name], value), // By its names.
  )
  if (!isSo) wrong.push(`counted ${JSON.stringify(recorded)} of ${JSON.stringify(due)}`)
  const { rows } = await sql<{ numbers: string[] }>`
    select numbers from live.counted where poll_id = ${vote}`.execute(db())
  const numbers = cast.map(({ number }) => number).toSorted()
  if (rows[0] && !same(rows[0].numbers, numbers))
    wrong.push(`the numbers ${rows[0].numbers.join()} of ${numbers.join()}`)
  if ((await timesTakenBack(item)) > result.takenBack) return wrong
  const now = await toldOf(item, motion)
  const isLeft =
    (told.own === null || same(now.own, told.own)) &&
    same(now.rounds.slice(0, told.rounds.length), told.rounds)
  if (!isLeft) wrong.push(`a secret vote was ${JSON.stringify(told)}, is ${JSON.stringify(now)}`)
  return wrong
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What is to be counted of these ballots and of the papers that were counted by hand. */
function dueOf(
  { question: { kind, named, most }, hand }: Result,
  cast: readonly { answers: readonly string[] }[],
): Record<string, unknown> {
  const isVoid = (one: readonly string[]) => one.length > most || new Set(one).size < one.length
  const valid = cast.filter(({ answers }) => !isVoid(answers))
  const invalid = hand.invalid + cast.length - valid.length
  const blank = hand.blank + valid.filter(({ answers }) => answers.length === 0).length
  const papers = hand.papers + valid.filter(({ answers }) => answers.length > 0).length
  const of = (id: string) =>
    (hand.named[id] ?? 0) + valid.filter(({ answers }) => answers.includes(id)).length
  if (kind === 'election') return { papers, blank, invalid }
  const yes = kind === 'motion' ? of('yes') : named.reduce((sum, { id }) => sum + of(id), 0)
  return { yes, no: of('no'), abstain: of('abstain'), blank, invalid }
}

/** The rows of the authority that tell of a paper, or were written together with a ballot. */
async function linkedIn({ papers, votes }: Devices): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(db())
  const cast = papers.filter((one) => one.cast)
  const hex = (bytes: Uint8Array) => `%${Buffer.from(bytes).toString('hex')}%`
  const text = (bytes: Uint8Array) => `%${Buffer.from(bytes).toString('base64url').slice(0, 60)}%`
  const said = cast.flatMap(({ blank, proof }: Paper) =>
    [blank.paper, blank.inverse, proof].flatMap((one) => [hex(one), text(one)]),
  )
  const opens = [...votes.values()].map((one) => `%${one.opens}%`)
  const numbers = cast.flatMap((one) => (one.cast ? [`%${one.cast.number}%`] : []))
  const told = sql.join(
    tables.map(
      ({ name }) => sql`select ${name}::text as name from ${sql.raw(name)} t
        where (${name} <> 'live.box' and (t::text like any (${said}::text[]) or t.xmin::text in (select b.xmin::text from live.box b)))
          or (${name} <> 'live.counted' and t::text like any (${numbers}::text[])) or t::text like any (${opens}::text[])`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<{ name: string }>`${told}`.execute(db())
  return rows.map(({ name }) => `${name} tells of a ballot`)
}
