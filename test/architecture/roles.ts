import { type Source, at, isScript, isTest } from './source.ts'
import { strings } from './syntax.ts'

/** Where principals are made and told apart. */
const makers = ['src/kernel/access/', 'src/commons/directory/']

/** Roles that are named by a text, which no compiler checks, and not by their declaration. */
export function checkRoleNames(sources: readonly Source[]): string[] {
  return sources
    .filter((one) => isScript(one.path) && !isTest(one.path))
    .filter(({ path }) => path.startsWith('src/') && !makers.some((one) => path.startsWith(one)))
    .flatMap((source) =>
      strings(source)
        .filter(({ text }) => /^role:./.test(text))
        .map(({ node, text }) => `${at(source, node.start)} names ${text} by a text`),
    )
}
