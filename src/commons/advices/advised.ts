import { actAs, system } from '#kernel/access'
import { eventNamed, on } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import { isOn, slot } from '#kernel/module'
import type { Reckoning } from '#commons/clock'
import type { Dossier, Kind } from '#commons/dossiers'
import type { Workflow } from '#commons/workflow'

/** What an advice was given on, as it stood then. */
export interface AdvisedText {
  readonly title: string
  /** Rich texts under the names of their columns. */
  readonly parts: readonly {
    readonly name: string
    readonly label: MessageKey
    readonly html: string
  }[]
}

/** Something that is true of some dossiers, on which a kind of advice may depend. */
interface Condition {
  /** `above_amount`: rows keep it. */
  readonly name: string
  readonly label: MessageKey
  /** The ids of those of which it is true: one query at most, none for dossiers that are given whole. */
  holds(some: readonly { id: string }[]): Promise<ReadonlySet<string>>
}

/** The delays of a law in the place of those of a kind of advice. */
interface LegalDelay<D> {
  readonly name: string
  readonly label: MessageKey
  /** From when to when one may give it, and by which article; undefined where the law, as known here, says nothing. */
  ends(
    dossier: D,
    from: Temporal.PlainDate,
    which: LegalWhich,
  ): Promise<{ reckoning: Reckoning; cite: string } | undefined>
}
export const legalWhich = ['normal', 'urgent', 'extended'] as const
export type LegalWhich = (typeof legalWhich)[number]

interface AdvisedKind<D> {
  readonly flow: Workflow
  /** What they are called where one chooses on what an advice is asked: « points ». */
  readonly label: MessageKey
  /** The states in which an advice may be given: its clock runs. */
  readonly givenIn: readonly string[]
  /** Those after which it is given no more. */
  readonly overIn: readonly string[]
  /** The principals who ask for one, take a demand back, and read what is confidential. */
  askers(dossier: D): readonly string[]
  text(dossier: D): AdvisedText
  readonly conditions: readonly Condition[]
  readonly laws: readonly LegalDelay<D>[]
  /** The dossier that a new one follows, as its history says: its advices are inherited. */
  follows(data: Readonly<Record<string, unknown>>): string | null
}

/** A kind of dossiers on which advice is asked, as whoever does not know its columns sees it. */
export interface Advised extends AdvisedKind<Dossier> {
  readonly kind: Kind<object>
}

/** The kinds of dossiers on which advice is asked (avis), filled by their trades. */
export const advised = slot<Advised>('advised', listen)

/** Says that advice is asked on a kind of dossiers. */
export const advisedKind = <Own extends object>(
  kind: Kind<Own>,
  said: AdvisedKind<Dossier<Own>>,
): Advised =>
  // Each is given dossiers of its own kind: they are read by it.
  ({ ...said, kind }) as unknown as Advised

/** The advised kind of this name, where its trade is on. */
export const advisedNamed = (kind: string): Advised | undefined =>
  advised.all().find((one) => one.kind.name === kind)

/** A dossier to which something was done, and the one that it follows, where it begins. */
export interface Done {
  readonly id: string
  readonly after: string | null
  /** What is said of it may be another since, or it enters the states in which advice is given: rules are asked. */
  readonly anew: boolean
  /** It was not there before: it has no advices but those that it inherits. */
  readonly fresh: boolean
}
type Follow = (of: Advised, done: readonly Done[]) => Promise<void>
let follow: Follow | undefined

/** Says how advices follow what is done to dossiers. */
export function followBy(how: Follow): void {
  follow = how
}

function isNew(
  of: Advised,
  verb: string,
  { from, to }: Readonly<Record<string, unknown>>,
): boolean {
  const given = (state: unknown) => typeof state === 'string' && of.givenIn.includes(state)
  return verb === 'create' || verb === 'edit' || (given(to) && !given(from))
}

/** Advices follow their dossier, in the transaction of what is done to it. */
function listen(of: Advised): void {
  const [trade = ''] = of.kind.name.split('.')
  for (const verb of ['create', 'edit', ...Object.keys(of.flow.transitions)])
    on(eventNamed(`${of.kind.name}.${verb}`), async (events) => {
      if (!isOn(trade) || !advised.every().includes(of)) return
      await actAs(system, () =>
        follow?.(
          of,
          events.flatMap(({ subjectId, data }) =>
            subjectId
              ? [
                  {
                    id: subjectId,
                    after: of.follows(data),
                    anew: isNew(of, verb, data),
                    fresh: verb === 'create',
                  },
                ]
              : [],
          ),
        ),
      )
    })
}
