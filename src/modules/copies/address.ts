import { fileName } from '#kernel/characters'

/** Below which everybody fetches files that left. */
export const filesBase = '/decisions/files'

/** Where everybody fetches one. */
export const fileAddress = ({ hash, name }: { hash: string; name: string }): string =>
  `${filesBase}/${hash}/${encodeURIComponent(fileName(name) || hash)}`
