/** Stands for this site, whatever its host: a path that leads elsewhere shows against it. */
const here = 'http://here.invalid'

/** A path of this site to go on to, as a browser would understand it; anything else leads home. */
export function localPath(wanted: string): string {
  const url = wanted.startsWith('/') ? URL.parse(wanted, here) : null
  if (url?.origin !== here || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
