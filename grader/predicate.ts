import type { RefusalKind } from './compare/refusal'
import type { ContainerPattern, Drawn, Glob, ImagePattern, Subject } from './pattern'

/**
 * A check over what the replay went through. One file each in grader/score/; docs/authoring.md teaches them.
 * - `reached`: after some command there was such an object, or `atLeast` of them;
 * - `absent`: after some command there was none;
 * - `happened`: the engine reported this event (`docker events`' action names), in one command `atLeast` times;
 * - `shown`: the student's own output showed it, because it would have read otherwise were it not so;
 *   with `only` it named no other object of that kind, though there was one;
 * - `shownAbsent`: the student's own output showed that such an object, which had been there, is gone;
 * - `printed`: a program's or Docker's output, as the engine has it too, holds this line; `in` says which container
 *   it came from;
 * - `status`: the student looked at `$?` (or its like) after such a command, and it was this;
 * - `refused`: Docker refused for this reason, and the engine agrees;
 * - `answered`: a service behind the container's port replied, to the host or to the container `from`, called `by` a name;
 * - `built`: a build of such an image had these steps from the cache, and ran these;
 * - `answer`: the question inside the exercise has the right answer;
 * - `inOrder`, `all` and `any` combine.
 */
export type Predicate =
  | ({ readonly kind: 'reached'; readonly atLeast?: Drawn } & Subject)
  | ({ readonly kind: 'absent' } & Subject)
  | ({
      readonly kind: 'happened'
      readonly action: Glob
      /** Of a `kill`: its number, as text. */
      readonly signal?: string
      readonly atLeast?: Drawn
    } & Subject)
  | ({ readonly kind: 'shown'; readonly atLeast?: Drawn; readonly only?: boolean } & Subject)
  | ({ readonly kind: 'shownAbsent' } & Subject)
  | { readonly kind: 'printed'; readonly line: Glob; readonly in?: ContainerPattern }
  | { readonly kind: 'status'; readonly code: Drawn; readonly after?: Glob }
  | ({ readonly kind: 'refused'; readonly reason: RefusalKind } & Subject)
  | {
      readonly kind: 'answered'
      readonly container: ContainerPattern
      readonly port: Drawn
      readonly from?: ContainerPattern
      /** The name by which it was called, rather than its address. */
      readonly by?: string
    }
  | {
      readonly kind: 'built'
      readonly image?: ImagePattern
      /** Instructions as they stand in the Dockerfile. */
      readonly cached?: readonly Glob[]
      readonly ran?: readonly Glob[]
    }
  | { readonly kind: 'answer'; readonly question: string }
  | { readonly kind: 'inOrder'; readonly steps: readonly Predicate[] }
  | { readonly kind: 'all'; readonly of: readonly Predicate[] }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] }

/** The predicate that asks nothing but combines others has these parts; any other has none. */
export function partsOf(predicate: Predicate): readonly Predicate[] {
  switch (predicate.kind) {
    case 'inOrder':
      return predicate.steps
    case 'all':
    case 'any':
      return predicate.of
    default:
      return []
  }
}
