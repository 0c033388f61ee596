import pg from 'pg'

const { Client } = pg

/**
 * What is no statement of an act: what a process asks once in some seconds for all requests, of the house and an authority at the gate and
 * of the law, or once for good, of the defaults of a table; and what is set where a transaction is opened, which counts with
 * its beginning.
 */
const besides =
  /^\s*(?:select id, slug|select restriction from kernel\.house|select set_config|select \* from "commons"\."law_rule"|select distinct on \(name\) a\.attname)/

/**
 * The statements that are sent to PostgreSQL while `work` is done, in their order; not those that come with
 * some requests and not with others.
 */
export async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const query = Client.prototype.query
  // The same function for every caller; what it is asked first is a text, or an object that has one.
  Client.prototype.query = function counted(this: pg.Client, ...asked: [unknown]) {
    const [first] = asked
    const text = typeof first === 'string' ? first : String(Object(first).text)
    if (!besides.test(text)) sent.push(text)
    return Reflect.apply(query, this, asked)
  } as typeof query
  try {
    await work()
  } finally {
    Client.prototype.query = query
  }
  return sent
}

/** Prints a figure that we claim, and gives it back to be held: `npm run figures` prints them all. */
export function figure(what: string, value: number, unit: string): number {
  process.stdout.write(`${what}: ${value} ${unit}\n`)
  return value
}
