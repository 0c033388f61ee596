import type { z } from 'zod'
import type { Permission } from '#kernel/access'
import type { Bounds } from './bounds.ts'
import { noAct, type Outside } from './outside.ts'
import { type InputHandler, join, type Method, type Route } from './routes.ts'

/**
 * The routes of a standard that programs speak: OAuth, SCIM. Their addresses, bodies and failures are those of the
 * standard; whoever asks says who they are by a token, never by a cookie.
 */
export class ProtocolRoutes {
  readonly list: Route[] = []
  private readonly base: string
  private readonly failed: NonNullable<Route['failed']>
  private readonly ways: { basic?: true }

  /** `basic`: programs may show their key as a password, as this standard has it. */
  constructor(
    base: string,
    failed: NonNullable<Route['failed']>,
    ways: { readonly basic?: true } = {},
  ) {
    this.base = base
    this.failed = failed
    this.ways = ways
  }

  on<S extends z.ZodType>(
    method: Method,
    path: string,
    permission: Permission,
    input: S,
    handler: InputHandler<S>,
    bounds?: Partial<Bounds>,
  ): void {
    this.list.push({
      ...this.ways,
      ...(bounds && { bounds }),
      ...{ face: 'protocol', method, path: join(this.base, path), permission, input },
      ...{ again: undefined, documented: undefined, failed: this.failed },
      // The schema that made the input is the one that types the handler.
      run: (c, sent) => handler(c, sent as z.output<S>),
    })
  }

  /** Adds a route that asks a server outside before its act (`asking`). */
  asking<S extends z.ZodType>(
    method: Method,
    path: string,
    permission: Permission,
    input: S,
    before: Outside<z.output<S>>,
  ): void {
    this.on(method, path, permission, input, noAct)
    Object.assign(this.list.at(-1) ?? {}, { outside: before })
  }
}
