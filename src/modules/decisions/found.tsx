import { formatDate, type Language, t } from '#kernel/i18n'
import { Marked } from '#kernel/pages'
import { marked, whole } from '#kernel/search'
import { DayList } from '#kernel/ui'
import { outcomeInWords } from '#modules/copies'
import { type FoundPoint, type FoundPoints, type Search } from '#modules/publications'

interface FoundListProps {
  of: Pick<FoundPoints, 'found' | 'stems'>
  asked: Pick<Search, 'q' | 'person' | 'place'>
  hrefOf: (point: FoundPoint) => string
  /** In which language the texts of its authority are. */
  languageOf: (point: FoundPoint) => Language
  /** Of which authority it is, where that is not plain. */
  ofWhom?: (point: FoundPoint) => string
}

/** Points that were found, each with why. */
export function FoundList({ of, asked, hrefOf, languageOf, ofWhom }: FoundListProps) {
  const { found, stems } = of
  return (
    <DayList
      days={found.map((point) => {
        const { title, day, organ, subject, passage } = point
        const state = stateInWords(point)
        const names = [
          ...why(point.people, asked.person, stems).map((name) =>
            t('publications.search.because_person', { name }),
          ),
          ...why(point.places, asked.place, stems).map((name) =>
            t('publications.search.because_place', { name }),
          ),
        ]
        const lang = languageOf(point)
        return {
          title: (
            <span lang={lang}>
              <Marked text={title} stems={stems} />
            </span>
          ),
          href: hrefOf(point),
          about: (
            <>
              {[state, ofWhom?.(point)].filter(Boolean).join(' · ')}
              {' · '}
              <span lang={lang}>{[organ, subject].filter(Boolean).join(' · ')}</span>
              {names.length > 0 && <span class="result-passage">{names.join(' · ')}</span>}
              {asked.q && passage && (
                <span class="result-passage" lang={lang}>
                  <Marked text={whole(passage)} stems={stems} />
                </span>
              )}
            </>
          ),
          when: { text: formatDate(day), datetime: day },
        }
      })}
    />
  )
}

/** « Projet », or how it ended; both of a project that was put off. */
function stateInWords({ stage, outcome }: FoundPoint): string {
  const ended = outcomeInWords(outcome)
  if (stage === 'decision' && ended) return ended
  return [t(`publications.stage.${stage}`), ended].filter(Boolean).join(' · ')
}

/** Those of the names for which a point was found: by their own field, or by a word. */
function why(names: readonly string[], asked: string, stems: readonly string[]): string[] {
  const wanted = plain(asked)
  return names.filter((name) =>
    wanted ? plain(name).includes(wanted) : marked(name, stems).some(({ hit }) => hit),
  )
}

const plain = (name: string) => name.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
