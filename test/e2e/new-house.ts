import { startWorker } from '#kernel/jobs'
import { givenEmptyHouse } from '#test/harness'
import { type Equipment, Person } from './person.ts'
import { listen } from './town.ts'

/** A server that was started for the first time, and those who come to it. */
export interface NewHouse {
  /** What its server told. */
  code: string
  /** Somebody opens a browser of their own at a host name. */
  visitor(host: string, equipment?: Equipment): Promise<Person>
  /** Everybody leaves; returns what was wrong on their ways. */
  closes(): Promise<string[]>
}

/** A house without any authority, listening, whose worker takes jobs as they come. */
export async function givenNewHouse(): Promise<NewHouse> {
  const house = await givenEmptyHouse()
  const worker = await startWorker(house.database, house.gate)
  const { server, port, faults } = await listen(house)
  const people: Person[] = []
  return {
    code: house.code,
    async visitor(host, equipment = {}) {
      const person = await Person.at(`http://${host}:${port}`, equipment)
      people.push(person)
      return person
    },
    async closes() {
      const complaints = (await Promise.all(people.map((one) => one.leaves()))).flat()
      server.close()
      await worker.stop()
      await house.close()
      return [...complaints, ...faults]
    },
  }
}
