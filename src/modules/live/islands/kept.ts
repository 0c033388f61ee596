/** What a device keeps of a ballot, until it is in the box; then its number alone, by which it is found again. */
export type KeptBallot =
  | { state: 'drawn'; paper: string; blinded: string; inverse: string; own: JsonWebKey }
  | { state: 'given'; paper: string; proof: string; own: JsonWebKey }
  | { state: 'sent'; number: string; sent: Record<string, string> }
  | { state: 'cast'; number: string }

const place = (vote: string, seat: string) => `ballot ${vote} ${seat}`

export function keptBallot(vote: string, seat: string): KeptBallot | undefined {
  const text = localStorage.getItem(place(vote, seat))
  // What this house wrote on this device.
  return text === null ? undefined : (JSON.parse(text) as KeptBallot)
}

export const keepBallot = (vote: string, seat: string, kept: KeptBallot): void =>
  localStorage.setItem(place(vote, seat), JSON.stringify(kept))

/** The numbers of the ballots that this device cast in a vote. */
export const numbersOf = (vote: string): string[] =>
  Object.keys(localStorage).flatMap((key) => {
    const [what, of = '', seat = ''] = key.split(' ')
    const kept = what === 'ballot' && of === vote ? keptBallot(of, seat) : undefined
    return kept && 'number' in kept ? [kept.number] : []
  })

/** What opens the box that is sealed with this. */
export const boxOpener = (seals: string): string | null => localStorage.getItem(`box ${seals}`)
export const keepOpener = (seals: string, opens: string): void =>
  localStorage.setItem(`box ${seals}`, opens)
