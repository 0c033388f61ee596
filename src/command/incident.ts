import { parseArgs } from 'node:util'
import { languages } from '#kernel/i18n'
import { onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

interface Row {
  id: string
  began_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  words: Record<string, string>
}

const toldMost = 300

/** Tells people at /status that something is wrong. */
export async function openIncident(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: Object.fromEntries(languages.map((one) => [one, { type: 'string' as const }])),
  })
  const [first, more] = positionals
  const words = { ...(first && { fr: first }), ...values }
  if (more || Object.keys(words).length === 0)
    throw new Usage('What are people told? beffroi incident open "TEXTE" [--en TEXT]')
  if (Object.values(words).some((one) => String(one).length > toldMost))
    throw new Refused(`At most ${toldMost} letters: people read it on a telephone.`)
  await onHouse(async ({ database }) => {
    await database.owner.query('insert into kernel.incident (words) values ($1)', [words])
    console.log('It is told at /status. « incident close » says that it is over.')
  })
}

/** Says that what was told last is over. */
export async function closeIncident(given: string[]): Promise<void> {
  parseArgs({ args: given })
  await onHouse(async ({ database }) => {
    const { rowCount } = await database.owner.query(
      'update kernel.incident set ended_at = now() where ended_at is null',
    )
    if (!rowCount) throw new Refused('No incident is open.')
    console.log('It is told as over.')
  })
}

/** Says what was told. */
export async function listIncidents(given: string[]): Promise<void> {
  parseArgs({ args: given })
  await onHouse(async ({ database }) => {
    const { rows } = await database.owner.query<Row>(
      'select * from kernel.incident order by began_at desc limit 50',
    )
    const lines = rows.map(
      ({ began_at, ended_at, words }) =>
        `${began_at.toString()} – ${ended_at?.toString() ?? 'goes on'}  ${Object.values(words).join(' / ')}`,
    )
    console.log(lines.join('\n') || 'None was told.')
  })
}
