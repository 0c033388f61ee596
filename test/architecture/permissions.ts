import { permissionKey } from '#kernel/access'
import { type Source, at, isScript, isTest } from './source.ts'
import { calledName, inside, nodes, stringOf } from './syntax.ts'

/** Permissions that are asked for and have no policy, and those that nothing asks for. */
export function checkPermissions(declared: Iterable<string>, asked: Iterable<string>): string[] {
  const [policies, named] = [new Set(declared), new Set(asked)]
  return [
    ...named
      .difference(policies)
      .values()
      .map((name) => `the permission ${name} has no policy`),
    ...policies
      .difference(named)
      .values()
      .map((name) => `nothing asks for ${name}`),
  ]
}

/** Permissions that a catalogue does not say in words. */
export const checkPermissionWords = (
  names: Iterable<string>,
  said: { has: (key: string) => boolean },
): string[] =>
  [...names].flatMap((name) =>
    said.has(permissionKey(name))
      ? []
      : [`the permission ${name} has no words: ${permissionKey(name)}`],
  )

const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

/**
 * Permissions, events and laws that a function names by heart: they would be known only once it has run. A
 * function that declares a trade may name those that it makes of what it is given.
 */
export function checkLateNames(sources: readonly Source[]): string[] {
  return sources
    .filter(
      ({ path, text }) =>
        isScript(path) && !isTest(path) && /\b(permission|event|applied)\(/.test(text),
    )
    .flatMap((source) => {
      const bodies = nodes(source, ...functions).flatMap((made) => inside(made, 'body'))
      return nodes(source, 'CallExpression')
        .filter((call) => ['permission', 'event', 'applied'].includes(calledName(call)))
        .filter((call) => stringOf(inside(call, 'arguments')[0]) !== undefined)
        .filter(({ start }) => bodies.some((body) => body.start <= start && start < body.end))
        .map(({ start }) => `${at(source, start)} names what is asked or happens within a function`)
    })
}
