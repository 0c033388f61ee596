import { type Finding, type PersonalKind, personalData } from '../../index.ts'
import type { Act, Marked } from './corpus.ts'

/** How many of so many. */
export interface Share {
  of: number
  held: number
}

/** What the detector did with acts: marks that it covered, findings that touch a mark. */
export interface Measure {
  found: Share
  right: Share
  kinds: Map<PersonalKind, { found: Share; right: Share }>
  /** Marks by what spoilt the text, and those of acts without tables. */
  noise: Map<Act['noise'] | 'without tables', Share>
  missed: string[]
  wrong: string[]
}

/**
 * A mark is found when every letter and figure of it is covered; a finding is right when it touches a mark. Who acts in office is
 * told to the detector, as the directory does.
 */
export function measure(acts: readonly Act[]): Measure {
  const share = (): Share => ({ of: 0, held: 0 })
  const all: Measure = {
    ...{ found: share(), right: share(), missed: [], wrong: [] },
    ...{ kinds: new Map(), noise: new Map() },
  }
  const ofKind = (kind: PersonalKind) => {
    const known = all.kinds.get(kind) ?? { found: share(), right: share() }
    all.kinds.set(kind, known)
    return known
  }
  const ofNoise = (noise: Act['noise'] | 'without tables') => {
    const known = all.noise.get(noise) ?? share()
    all.noise.set(noise, known)
    return known
  }
  const count = (shares: readonly Share[], holds: boolean) => {
    for (const one of shares) {
      one.of += 1
      if (holds) one.held += 1
    }
  }
  for (const act of acts) {
    const findings = personalData(act.text, { office: act.office })
    for (const mark of act.personal) {
      const left = uncovered(act.text, mark, findings)
      const shares = [all.found, ofKind(mark.kind).found, ofNoise(act.noise)]
      count(act.text.includes('\t') ? shares : [...shares, ofNoise('without tables')], left === '')
      if (left !== '') all.missed.push(`${said(act, mark)}, left « ${left} »`)
    }
    for (const one of findings) {
      const isRight = act.personal.some((mark) => mark.from < one.to && one.from < mark.to)
      count([all.right, ofKind(one.kind).right], isRight)
      if (!isRight) all.wrong.push(said(act, one))
    }
  }
  return all
}

/** The letters and figures of a mark that no finding covers. */
function uncovered(text: string, { from, to }: Marked, findings: readonly Finding[]): string {
  let left = ''
  for (let at = from; at < to; at += 1)
    if (!findings.some((one) => one.from <= at && at < one.to)) left += text[at] ?? ''
  return left.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function said({ text, noise }: Act, { from, to, kind }: Marked): string {
  const around = `${text.slice(Math.max(0, from - 50), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + 30)}`
  return `${kind} (${noise}): ${around.replaceAll('\n', '⏎').replaceAll('\t', '⇥')}`
}

export const percent = ({ of, held }: Share): number =>
  of === 0 ? 100 : Math.round((10_000 * held) / of) / 100
