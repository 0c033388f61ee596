import fc from 'fast-check'
import { written } from '#kernel/characters'
import {
  type Exchange,
  type ExchangeLevel,
  type ExchangedElement,
  codes,
  levels,
} from '../exchange.ts'

/** Any text as the house writes it that XML can hold, line ends and markup among it. */
const anyText = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme-composite', maxLength }),
      fc.string({ unit: fc.constantFrom(...'aé<>&"\'\r\n\t €😀'), maxLength }),
    )
    .map((text) => [...text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, kept)].slice(0, maxLength))
    .map((characters) => written(characters.join('')))
const kept = (character: string) => ('\t\n\r'.includes(character) ? character : '')

const anyYear = fc.integer({ min: 1990, max: 2050 })
const anyCents = fc.maxSafeInteger()
const anyDate = fc.option(
  fc
    .tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => Temporal.PlainDate.from({ year, month, day })),
)
const anyProse = fc.record({ mode: fc.constantFrom(...codes.mode), value: anyText(400) })
const anyPerson = fc.option(
  fc.record({
    civility: fc.constantFrom('mr' as const, 'mrs' as const),
    lastName: anyText(100),
    firstName: anyText(50),
    phone: anyText(15),
    email: anyText(255),
  }),
)
const anyService = fc.constantFrom(...codes.service)
const anyDirection = fc.constantFrom(...codes.type)
const few = { maxLength: 3 }

function anyElement(level: ExchangeLevel): fc.Arbitrary<ExchangedElement> {
  const { below } = levels[level]
  return fc.record({
    level: fc.constant(level),
    elementId: anyText(40),
    exercise: anyYear,
    label: anyText(255),
    startsOn: anyDate,
    endsOn: anyDate,
    description: anyProse,
    status: fc.constantFrom(...codes.status),
    responsible: anyPerson,
    mandatary: anyPerson,
    department: fc.option(anyText(300)),
    progress: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
    remark: anyProse,
    fte: fc.nat({ max: 1e9 }).map((thousandths) => thousandths / 1000),
    plans: fc.array(anyText(300), few),
    partners: fc.array(anyText(300), few),
    articles: fc.array(
      fc.record({
        exercise: anyYear,
        service: anyService,
        type: anyDirection,
        code: anyText(50),
        label: anyText(255),
        cents: anyCents,
      }),
      few,
    ),
    projections: fc.array(
      fc.record({
        service: anyService,
        type: anyDirection,
        group: anyText(300),
        label: anyText(300),
        amounts: fc.array(fc.record({ exercise: anyYear, cents: anyCents }), few),
      }),
      few,
    ),
    children: below ? fc.array(anyElement(below), { maxLength: 2 }) : fc.constant([]),
    line: fc.constant(0),
  })
}

const anyPlan: fc.Arbitrary<Exchange> = fc.record({
  id: anyText(20),
  body: fc.constantFrom(...codes.body),
  nis: fc.nat(),
  exercise: anyYear,
  generator: anyText(50),
  plan: fc.record({
    id: anyText(40),
    label: anyText(255),
    firstExercise: anyYear,
    lastExercise: anyYear,
  }),
  volets: fc.array(anyElement('volet'), { minLength: 1, maxLength: 2 }),
})

/** Any exchange that the format can hold whole; its ids are of one element each. */
export const anyExchange = anyPlan.map((one) => ({
  ...one,
  volets: one.volets.map((volet, at) => numbered(volet, `${at}`)),
}))

const numbered = (one: ExchangedElement, place: string): ExchangedElement => ({
  ...one,
  elementId: `${place}:${one.elementId}`,
  children: one.children.map((child, at) => numbered(child, `${place}.${at}`)),
})

/** What reaches eComptes of an exchange: all but the budget. */
export const withoutBudget = (one: Exchange): Exchange => ({
  ...one,
  volets: one.volets.map(unbudgeted),
})

const unbudgeted = (one: ExchangedElement): ExchangedElement => ({
  ...one,
  articles: [],
  projections: [],
  children: one.children.map(unbudgeted),
})
