import { type Source, at, isScript, isTest } from './source.ts'
import { type SyntaxNode, calledName, inside, nodes } from './syntax.ts'

/** Where the page that comes after an act is the answer itself, or the act has been told of before. */
const answered = new Map([
  ['src/kernel/pages/session.tsx', 'who signs in sees where they are'],
  ['src/kernel/pages/prove.tsx', 'what was asked for is the page that comes'],
  ['src/commons/identity/pages/forgotten.tsx', 'what was asked for is said by the page that comes'],
  ['src/commons/citizens/pages/new.tsx', 'what was asked for is said by the page that comes'],
  ['src/commons/identity/pages/passkeys.tsx', 'who signs in sees where they are'],
  ['src/commons/identity/pages/second.tsx', 'who signs in sees where they are'],
  ['src/commons/providers/pages/prove.tsx', 'what was asked for is the page that comes'],
  ['src/commons/providers/pages/sign-in.tsx', 'who signs in sees where they are'],
  ['src/commons/identity/pages/telephone.tsx', 'it is set up already, as the page says'],
  ['src/kernel/pages/house.tsx', 'the page is seen as it was chosen'],
  ['src/modules/sittings/pages/grid.tsx', 'the cell that was pressed is the answer'],
  [
    'src/modules/publications/review/page.tsx',
    'the next words to judge are the answer, with how many are left',
  ],
  ['src/kernel/pages/rail.tsx', 'the rail is seen as it was pinned'],
  [
    'src/commons/authorities/pages/identity.tsx',
    'its profile, to be adapted, is the page that comes',
  ],
  ['src/commons/views/pages.tsx', 'the columns of the list are the answer'],
  ['src/commons/people/pages/merging.tsx', 'what would be done is the page that comes'],
  ['src/commons/imports/list-pages.tsx', 'what was read is shown, row by row'],
  [
    'src/modules/plonemeeting/pages/import.tsx',
    'the check of what was read is the page that comes',
  ],
  ['src/modules/alerts/pages/asking.tsx', 'no cookie is set: the page that comes says it'],
  [
    'src/modules/alerts/pages/mine.tsx',
    'no cookie is set: what is followed is the page that comes',
  ],
  ['src/modules/ecomptes/pages/exchange.tsx', 'the check of what was read is the page that comes'],
])

/** Acts that lead on to a page and say nothing of what they did: no message, and no list that told of it. */
export function silentActs(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isScript(path) && !isTest(path) && path.startsWith('src/'))
    .flatMap((source) =>
      nodes(source, 'CallExpression')
        .filter((call) => calledName(call) === 'redirect' && saysNothing(call))
        .filter(() => !answered.has(source.path))
        .map((call) => `${at(source, call.start)} leads on from an act and says nothing of it`),
    )
}

/** `redirect(c, to, null)`; the compiler asks for one or the other. */
function saysNothing(call: SyntaxNode): boolean {
  const [, , said] = inside(call, 'arguments')
  return said?.type === 'Literal' && said['value'] === null
}
