import { aside, TooMuch } from '#kernel/aside'
import { t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { Hidden } from '#kernel/ui'
import { differenceOf, type Piece, whole } from './difference.ts'
import { PieceOfText } from './marked-pictures.tsx'

/** From here on, in characters, words are compared beside the thread that answers. */
const aLotToCompare = 4000

export async function difference(before: string, after: string): Promise<Piece[]> {
  if (before.length + after.length < aLotToCompare) return differenceOf([before, after])
  try {
    return await aside('commons/records/difference.ts', 'differenceOf', [before, after])
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    return whole(before, after)
  }
}

/** What was taken away and what was put in, said also to who sees neither colour nor strokes. */
export const Difference = ({
  pieces,
  pictures,
}: {
  pieces: readonly Piece[]
  pictures: ReadonlySet<string>
}) => (
  <div class="act reworded" lang={itsLanguage()}>
    {pieces.map(({ text, is }) =>
      is === 'same' ? (
        <PieceOfText text={text} of={pictures} />
      ) : is === 'added' ? (
        <ins>
          <Hidden>{t('records.reworded_added')}</Hidden>
          <PieceOfText text={text} of={pictures} />
        </ins>
      ) : (
        <del>
          <Hidden>{t('records.reworded_removed')}</Hidden>
          <PieceOfText text={text} of={pictures} />
        </del>
      ),
    )}
  </div>
)

/** Two plain texts of the authority, the one written over the other. */
export const TextsCompared = async ({ before, after }: { before: string; after: string }) => (
  <Difference pieces={await difference(before, after)} pictures={new Set()} />
)
