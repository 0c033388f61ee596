import type { z } from 'zod'
import { openToAll } from '#kernel/access'
import { type Handler, type Input, type InputHandler, join, type Route } from './routes.ts'

/** What a folder shows citizens: what was published. No session is read, and their transaction reaches nothing else. */
export class PublicRoutes {
  readonly list: Route[] = []
  protected readonly face: 'public' | 'region' = 'public'
  private readonly base: string
  private readonly failed: Route['failed']

  /** `failed`: how a failure is said to programs, where a page says nothing to them. */
  constructor(base: string, failed?: Route['failed']) {
    this.base = base
    this.failed = failed
  }

  get(path: string, handler: Handler): void
  get<S extends z.ZodType>(path: string, input: Input<S>, handler: InputHandler<S>): void
  get(path: string, ...rest: [Handler] | [Input<z.ZodType>, InputHandler<z.ZodType>]): void {
    const [input, run] = rest.length === 1 ? [undefined, rest[0]] : rest
    this.list.push(this.route(path, run, input))
  }

  /** A page that follows from its address and from public copies alone: it is kept until one of them changes. */
  kept(path: string, handler: Handler): void {
    this.list.push({ ...this.route(path, handler), kept: true })
  }

  private route(path: string, run: Route['run'], input?: Input<z.ZodType>): Route {
    return {
      face: this.face,
      method: 'get',
      path: join(this.base, path),
      permission: openToAll,
      input: input?.schema,
      again: undefined,
      documented: undefined,
      ...(this.failed && { failed: this.failed }),
      run,
    }
  }
}

/** What a folder shows citizens of all authorities, at the host name of the region: no authority is set in its transaction. */
export class RegionRoutes extends PublicRoutes {
  protected override readonly face = 'region'
}
