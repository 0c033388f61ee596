import { Invalid } from '#kernel/errors'
import { validated } from '#kernel/http'
import { folded, t } from '#kernel/i18n'
import {
  type NewOffice,
  officesOf,
  type Role,
  roles,
  type Service,
  type ServiceFunction,
  services,
  todayHere,
} from '#commons/directory'
import { restrictionsOf } from '#commons/holdings'
import { dayOfList, type Met, type Tell, type WeighedRow, type WrongCell } from '#commons/imports'
import { inTurns } from '#commons/records'
import { known, type Identity, type KnownPerson, nameOf, standing } from '../person.ts'
import { personPath } from '../paths.ts'
import { IdentityFields } from '../schema.ts'
import { roleInWords, serviceLabels } from '../words.ts'
import { type ColumnName, columns, isColumn, type WrittenRow } from './columns.ts'
import { givingOf } from './giving.ts'

/** What a row says of a person, understood. */
export interface Understood {
  identity: Identity
  role: Role | null
  service: Service | null
  function: ServiceFunction
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

/** A row of a list of people. */
export interface WeighedPerson extends WeighedRow {
  understood: Understood
  /** Who of the directory it is. */
  person: KnownPerson | undefined
  /** What they lack of what the row says that they hold. */
  gives: readonly NewOffice[]
}

/** Weighs all rows of a list, each by itself and against the others. Nothing is written. Six queries, however many. */
export async function weigh(rows: readonly WrittenRow[], tell?: Tell): Promise<WeighedPerson[]> {
  const there = await known().execute()
  const named = index(there, nameOf)
  const by = {
    login: index(there, ({ login }) => login),
    email: index(there, ({ email }) => email),
    external_id: index(there, ({ external_id }) => external_id),
  }
  const restricted = new Map(
    (await restrictionsOf(there.map(({ id }) => id))).map((one) => [one.subjectId, one]),
  )
  const names = await wordsKnown()
  const offices = Map.groupBy(await officesOf(there.map(({ id }) => id)), (one) => one.person_id)
  const labels = await serviceLabels()
  const first = {
    login: new Map<string, number>(),
    external_id: new Map<string, number>(),
    person: new Map<string, number>(),
    name: new Map<string, number>(),
  }
  const weighed = ({ number, said }: WrittenRow): WeighedPerson => {
    const cells: WrongCell[] = []
    const sentences: string[] = []
    const understood = understand(said, names, cells)
    const { identity } = understood
    for (const key of ['login', 'external_id'] as const) {
      const value = folded(identity[key])
      const before = value && first[key].get(value)
      if (before)
        sentences.push(t(`people.import.twice_${key}`, { value: identity[key], row: before }))
      else if (value) first[key].set(value, number)
    }
    const found = new Set(
      (['external_id', 'login', 'email'] as const).flatMap(
        (key) => by[key].get(folded(identity[key])) ?? [],
      ),
    )
    const [person, other] = [...found]
    if (person && other)
      sentences.push(t('people.import.two', { names: [...found].map(nameOf).join(', ') }))
    const before = person && first.person.get(person.id)
    if (person && before)
      sentences.push(t('people.import.twice_person', { name: nameOf(person), row: before }))
    else if (person) first.person.set(person.id, number)
    if (person?.login && identity.login && folded(person.login) !== folded(identity.login))
      sentences.push(t('people.import.other_login', { name: nameOf(person), login: person.login }))
    if (person?.state === 'left') sentences.push(t('people.left_already', { name: nameOf(person) }))
    const { gives, differs } = person
      ? givingOf(person.id, understood, offices.get(person.id) ?? [], labels)
      : { gives: [], differs: [] }
    sentences.push(...differs)
    if (!person && isOverUnsaid(understood)) sentences.push(t('directory.office.since_when'))
    const restriction = person && restricted.get(person.id)
    if (restriction) {
      const { reference, since } = restriction
      sentences.push(t('privacy.is_restricted', { reference, since }))
    }
    const name = nameOf(identity)
    const wrong = [...cells, ...sentences.map((sentence) => ({ column: '', sentence }))]
    const row = first.name.get(folded(name))
    first.name.set(folded(name), row ?? number)
    const [namesake] = named.get(folded(name)) ?? []
    return {
      ...{ number, name, wrong, understood, person, gives },
      meets: person ? sameAs(person, gives) : alikeTo(namesake, row && { row, name }),
    }
  }
  return inTurns(rows, weighed, tell)
}

/** Something that is over, of which nobody says since when it was held. */
const isOverUnsaid = ({ role, service, valid_from, valid_to }: Understood): boolean =>
  (role !== null || service !== null) &&
  valid_from === null &&
  valid_to !== null &&
  Temporal.PlainDate.compare(valid_to, todayHere()) <= 0

const sameAs = (person: KnownPerson, gives: readonly NewOffice[] = []): Met => ({
  how: 'same',
  words: toldApart(person),
  ...{ href: personPath(person.id), id: person.id, standing: [...standing(person), gives.length] },
})

/** Of the same name as people compare them, here or further up in the list: the same person, or another. */
function alikeTo(
  namesake: KnownPerson | undefined,
  before: { row: number; name: string } | 0 | undefined,
): Met | undefined {
  if (namesake) return { ...sameAs(namesake), how: 'alike' }
  return before ? { how: 'alike', words: t('imports.row_of', before) } : undefined
}

const toldApart = (person: KnownPerson) =>
  [nameOf(person), person.email, person.login].filter(Boolean).join(' · ')

function index(there: readonly KnownPerson[], key: (one: KnownPerson) => string) {
  const found = new Map<string, KnownPerson[]>()
  for (const one of there) {
    const value = folded(key(one))
    if (value) found.set(value, [...(found.get(value) ?? []), one])
  }
  return found
}

interface Words {
  services: ReadonlyMap<string, Service>
  roles: ReadonlyMap<string, Role>
  functions: ReadonlyMap<string, ServiceFunction>
}

async function wordsKnown(): Promise<Words> {
  const functions = ['editor', 'head', 'observer'] as const
  return {
    services: new Map(
      (await services()).flatMap((one) => [
        [folded(one.name), one] as const,
        [folded(one.label), one] as const,
      ]),
    ),
    roles: new Map(
      roles
        .all()
        .flatMap((one) => [
          [folded(one.name), one] as const,
          [folded(roleInWords(one.name)), one] as const,
        ]),
    ),
    functions: new Map(
      functions.flatMap((one) => [
        [one, one] as const,
        [folded(t(`people.function.${one}`)), one] as const,
      ]),
    ),
  }
}

function understand(said: WrittenRow['said'], words: Words, wrong: WrongCell[]): Understood {
  const among = <V>(text: string | undefined, known: ReadonlyMap<string, V>): V | undefined =>
    text ? known.get(folded(text)) : undefined
  const { service: serviceName = '', role: roleName = '', function: what = '' } = said
  const service = among(serviceName, words.services)
  const role = among(roleName, words.roles)
  const func = among(what, words.functions)
  const no = (column: ColumnName, sentence: string) =>
    wrong.push({ column: t(columns[column]), sentence })
  if (serviceName && !service) no('service', t('people.import.no_service', { name: serviceName }))
  if (roleName && !role) no('role', t('people.import.no_role', { name: roleName }))
  if (what && !func) no('function', t('people.import.no_function', { name: what }))
  const dayIn = (column: 'first_day' | 'last_day') => {
    const sentences: string[] = []
    const day = dayOfList(said[column], sentences)
    for (const sentence of sentences) no(column, sentence)
    return day
  }
  const [first, last] = [dayIn('first_day'), dayIn('last_day')]
  if (first && last && Temporal.PlainDate.compare(last, first) < 0)
    no('last_day', t('directory.office.wrong_way'))
  return {
    identity: identityIn(said, wrong),
    ...{ role: role ?? null, service: service ?? null, function: func ?? 'editor' },
    ...{ valid_from: first, valid_to: last?.add({ days: 1 }) ?? null },
  }
}

function identityIn(said: WrittenRow['said'], wrong: WrongCell[]): Identity {
  const { first_name = '', last_name = '', email = '', login = '', external_id = '' } = said
  const given = { civility: '' as const, first_name, last_name, email, login, external_id }
  const parsed = IdentityFields.safeParse(given)
  if (parsed.success) return parsed.data
  try {
    validated(IdentityFields, given)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    for (const [name, sentences] of Object.entries(problem.fields))
      for (const sentence of sentences)
        wrong.push({ column: isColumn(name) ? t(columns[name]) : '', sentence })
  }
  return given
}
