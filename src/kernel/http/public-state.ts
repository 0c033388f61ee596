import type { Database } from '#kernel/db'

/** What is asked at once, and by whom it is waited for. */
interface Round {
  ids: Set<string>
  answer: Promise<ReadonlyMap<string, string>>
}

/** The name under which all authorities are asked for: pages of the region follow from what each has published. */
export const everybody = ''

/**
 * In which state the public copies of authorities are: a number for each, another one after each publication and each withdrawal.
 * Whoever asks gets one that was read after they asked, by one query for all who ask at the same moment.
 */
export class PublicState {
  private readonly database: Database
  private coming: Round | undefined
  private running: Promise<unknown> = Promise.resolve()

  constructor(database: Database) {
    this.database = database
  }

  /** That of an authority by its id, or of all. */
  async of(id: string): Promise<string> {
    this.coming ??= this.begun()
    this.coming.ids.add(id)
    return (await this.coming.answer).get(id) ?? '0'
  }

  /** The next query, once the one before is answered: those who come meanwhile ask with it. */
  private begun(): Round {
    const ids = new Set<string>()
    const answer = this.running.then(() => {
      this.coming = undefined
      return this.read([...ids])
    })
    this.running = answer.catch(() => undefined)
    return { ids, answer }
  }

  private async read(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.database.front.query<{ id: string; version: string }>({
      name: 'public_state',
      text: `select tenant_id::text as id, version::text from kernel.public_state where tenant_id = any($1::uuid[])
       union all select $2, coalesce(sum(version), 0)::text from kernel.public_state where $3`,
      values: [ids.filter(Boolean), everybody, ids.includes(everybody)],
    })
    return new Map(rows.map(({ id, version }) => [id, version]))
  }
}
