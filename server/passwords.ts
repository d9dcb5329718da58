import { hash, verify } from '@node-rs/argon2'

/** argon2id with the library's parameters (19 MiB, 2 passes, 1 lane): OWASP's minimum, about 55 ms here. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password is the right one. Where there is no hash (unknown user, other provider) the same work is done
 * on a decoy, so that the time of the answer does not tell which e-mail addresses exist.
 */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody's password")
  const right = await verify(passwordHash ?? (await decoy), password)
  return right && passwordHash !== null
}
