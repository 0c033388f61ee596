import { deedKey } from '#commons/workflow'
import { type Source, at, isScript, isTest, placeOf } from './source.ts'
import { calledName, inside, nodes, stringOf } from './syntax.ts'

/** Of what is erased no page shows the history. */
const isShown = (type: string) => !type.endsWith('.erase')

/** What may happen in the house and has no words in its history. */
export function checkDeeds(declared: readonly string[], keys: ReadonlySet<string>): string[] {
  return declared
    .filter((type) => isShown(type) && !keys.has(deedKey(type)))
    .map((type) => `there is no message ${deedKey(type)}`)
}

/** Events that a script declares by name for a folder that is not its own. */
export function checkEvents(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path, text }) => isScript(path) && !isTest(path) && text.includes('event('))
    .flatMap((source) => {
      const folder = placeOf(source.path)?.folder
      return nodes(source, 'CallExpression')
        .filter((call) => calledName(call) === 'event')
        .flatMap((call) => {
          const type = stringOf(inside(call, 'arguments')[0])
          if (type === undefined || type.split('.')[0] === folder) return []
          return [`${at(source, call.start)} declares ${type}, which is not of ${folder}`]
        })
    })
}
