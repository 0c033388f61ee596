/** The few parts of Turbo that the kit uses; the package brings no types. */
declare module '@hotwired/turbo' {
  export const config: {
    drive: { progressBarDelay: number }
    forms: {
      confirm: (
        question: string,
        form: HTMLFormElement,
        submitter: HTMLElement | null,
      ) => Promise<boolean>
    }
  }
  export function morphElements(
    shown: Element,
    fresh: Element,
    options?: { callbacks: { beforeNodeMorphed: (node: Element, next: Element) => boolean } },
  ): void
  export const session: { refresh(url: string): void }
  export function visit(
    url: string,
    options?: {
      action: 'advance' | 'replace'
      response: { statusCode: number; redirected: boolean; responseHTML: string }
    },
  ): void
}
