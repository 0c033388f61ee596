import { DataFactory, type Quad, Writer } from 'n3'
import { type Curie, iriOf, prefixes } from './vocabulary.ts'

/** Something that is told of, and what is told of it: what JSON-LD, RDFa, Turtle and the checks are all made of. */
export interface Resource {
  /** Its IRI. */
  id: string
  types: readonly [Curie, ...Curie[]]
  says: readonly Saying[]
}

export type Saying = readonly [property: Curie, value: Value]

export type Value =
  /** Words in a language. */
  | { words: string; lang: string }
  /** A text, a number, a date. */
  | { text: string; type?: Curie }
  /** Something that is told of elsewhere. */
  | { to: string }
  | Resource

export const words = (some: string, lang: string): Value => ({ words: some, lang })
export const text = (some: string): Value => ({ text: some })
export const whole = (number: number): Value => ({ text: String(number), type: 'xsd:integer' })
export const yesNo = (is: boolean): Value => ({ text: String(is), type: 'xsd:boolean' })
export const at = (instant: string): Value => ({ text: instant, type: 'xsd:dateTime' })
export const on = (day: string): Value => ({ text: day, type: 'xsd:date' })
export const to = (iri: string): Value => ({ to: iri })

/** A saying where there is something to say. */
export const said = <V>(
  property: Curie,
  value: V | null | undefined | '',
  as: (value: V) => Value,
): Saying[] =>
  value === null || value === undefined || value === '' ? [] : [[property, as(value)]]

type Json = { [name: string]: Json } | Json[] | string

/** As JSON-LD 1.1, which brings its context along. */
export const jsonLd = (resources: readonly Resource[]): Json => ({
  '@context': { ...prefixes },
  '@graph': resources.map(jsonNode),
})

function jsonNode({ id, types, says }: Resource): Json {
  const told = Map.groupBy(says, ([property]) => property)
  return {
    '@id': id,
    '@type': [...types],
    ...Object.fromEntries(
      [...told].map(([property, some]) => {
        const values = some.map(([, value]) => jsonValue(value))
        return [property, values.length === 1 && values[0] !== undefined ? values[0] : values]
      }),
    ),
  }
}

function jsonValue(value: Value): Json {
  if ('says' in value) return jsonNode(value)
  if ('to' in value) return { '@id': value.to }
  if ('words' in value) return { '@value': value.words, '@language': value.lang }
  return value.type ? { '@value': value.text, '@type': value.type } : value.text
}

const { namedNode, literal, quad } = DataFactory
const isA = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

/** As triples, for the checks and for Turtle. */
export function quadsOf(resources: readonly Resource[]): Quad[] {
  return resources.flatMap(({ id, types, says }) => {
    const subject = namedNode(id)
    return [
      ...types.map((type) => quad(subject, isA, namedNode(iriOf(type)))),
      ...says.flatMap(([property, value]) => {
        const predicate = namedNode(iriOf(property))
        if ('says' in value)
          return [quad(subject, predicate, namedNode(value.id)), ...quadsOf([value])]
        return [quad(subject, predicate, termOf(value))]
      }),
    ]
  })
}

function termOf(value: Exclude<Value, Resource>) {
  if ('to' in value) return namedNode(value.to)
  if ('words' in value) return literal(value.words, value.lang)
  return literal(value.text, value.type && namedNode(iriOf(value.type)))
}

/** As Turtle. */
export function turtle(resources: readonly Resource[]): Promise<string> {
  const writer = new Writer({ prefixes })
  writer.addQuads(quadsOf(resources))
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  writer.end((failure: Error | null, result: string) =>
    failure ? reject(failure) : resolve(result),
  )
  return promise
}
