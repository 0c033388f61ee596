import { Tokenizer } from 'parse5'
import { written } from '#kernel/characters'

/** So many attributes of one tag are read; nobody writes more, and each costs what a whole tag costs. */
const mostAttributes = 100

/** The tokenizer of the HTML Standard. */
export class BoundedTokenizer extends Tokenizer {
  protected override _leaveAttrName(): void {
    const token = this.currentToken
    if (token && 'attrs' in token && token.attrs.length >= mostAttributes) return
    super._leaveAttrName() // oxlint-disable-line no-underscore-dangle -- parse5 calls it so
  }
}

/** Text as the house writes it, which any format can carry: no control characters or half characters. */
export function printable(text: string): string {
  return written(text)
    .replace(/[^\t\n\f\r\P{Cc}]|\p{Noncharacter_Code_Point}/gu, '')
    .toWellFormed()
}
