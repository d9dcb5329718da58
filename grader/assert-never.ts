/** Closes a union: the compiler refuses the call while a member is left unhandled. */
export function assertNever(value: never): never {
  throw new Error(`A member of a closed union was not handled: ${JSON.stringify(value)}`);
}
