import { allServices, fullName, people, services } from '#commons/directory'
import { allTerms, terms } from '#commons/vocabularies'
import { categories, classifiers } from '#modules/deliberations'
import { elsewhere } from '#commons/imports'
import { slugOf } from './config.ts'
import { idOfUid, plonemeeting, uidOf } from './uid.ts'

/** A value of a list, as serializers write it. */
export interface Choice {
  token: string
  title: string
}

/** A list from which a point chooses: what it was called in PloneMeeting stays its name. */
export interface Choices {
  tell: (id: string) => Choice | null
  /** What a token, a UID, an id made of a name or the name itself stands for. */
  find: (said: string) => string | undefined
  /** Those that may be chosen now. */
  open: readonly Choice[]
}

interface Named {
  id: string
  name: string
}

function choicesOf(
  all: readonly Named[],
  open: readonly Named[],
  tokens: ReadonlyMap<string, readonly string[]> = new Map(),
): Choices {
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const there = new Map([...tokens].flatMap(([id, some]) => some.map((one) => [one, id])))
  const tokenOf = (id: string) => tokens.get(id)?.[0] ?? uidOf(id)
  const choice = ({ id, name }: Named) => ({ token: tokenOf(id), title: name })
  return {
    tell: (id) => {
      const name = names.get(id)
      return name === undefined ? null : choice({ id, name })
    },
    find: (said) => {
      const id = there.get(said) ?? idOfUid(said)
      if (id !== undefined && names.has(id)) return id
      const [only, second] = all.filter(({ name }) => slugOf(name) === slugOf(said))
      return second ? undefined : only?.id
    },
    open: open.map(choice),
  }
}

/** The lists of the authority, under the names of the fields that take them. */
export interface Lists {
  category: Choices
  classifier: Choices
  service: Choices
  inCharge: Choices
}

/** What categories and services are called in PloneMeeting, where they were taken over. */
async function tokensThere(): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = elsewhere.every().find(({ source }) => source === plonemeeting)
  return known ? known.tokens() : new Map()
}

/** All lists, loaded once an answer. */
export async function lists(): Promise<Lists> {
  const tokens = await tokensThere()
  const inOrder = (some: readonly { id: string; label: string }[]) =>
    some.map(({ id, label }) => ({ id, name: label }))
  const persons = (await people()).map((one) => ({ id: one.id, name: fullName(one) }))
  const category = await terms(categories.name)
  const classifier = await terms(classifiers.name)
  return {
    category: choicesOf(await allTerms(categories.name), category, tokens),
    classifier: choicesOf(await allTerms(classifiers.name), classifier, tokens),
    service: choicesOf(inOrder(await allServices()), inOrder(await services()), tokens),
    inCharge: choicesOf(persons, persons),
  }
}
