/** The authority of an id or of a word: what is found elsewhere has come over. */
export type Owner = string

const start = 'zq'
const wordsIn = /zq[0-9a-z]{7}/g
const idsIn = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Words that nobody writes by chance, each of one authority, and the ids of its rows. */
export class Marks {
  private readonly owners = new Map<string, Owner>()
  private readonly typed = new Map<Owner, Set<string>>()
  private readonly names = new Set<string>()
  private minted = 0

  /** A new word of this authority. */
  word(owner: Owner): string {
    this.minted += 1
    const word = start + this.minted.toString(36).padStart(7, '0')
    this.owners.set(word, owner)
    return word
  }

  /** A new word by which something is called that is no dossier: an organ, whose name stands in titles of its meetings. */
  name(owner: Owner): string {
    const word = this.word(owner)
    this.names.add(word)
    return word
  }

  isName(word: string): boolean {
    return this.names.has(word)
  }

  /** Says whose an id is. What nobody was known to own is the first’s. */
  known(id: string, owner: Owner): void {
    if (!this.owners.has(id)) this.owners.set(id, owner)
  }

  /** What people of an authority wrote there themselves, ids of others too. */
  typedAt(owner: Owner): Set<string> {
    const known = this.typed.get(owner) ?? new Set()
    this.typed.set(owner, known)
    return known
  }

  ownerOf(mark: string): Owner | undefined {
    return this.owners.get(mark)
  }

  /** The words and ids of a text that are another authority’s. */
  foreignTo(owner: Owner, text: string): string[] {
    return marksIn(text).filter((mark) => {
      const found = this.owners.get(mark)
      return found !== undefined && found !== owner
    })
  }
}

/** The words and ids that stand in a text. */
export function marksIn(text: string): string[] {
  const plain = text.toLowerCase()
  return [...new Set([...(plain.match(wordsIn) ?? []), ...(plain.match(idsIn) ?? [])])]
}
