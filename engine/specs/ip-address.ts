/** Whether a text is an address of either kind as Go's `net.ParseIP` reads it: no leading zeros, no zone. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':')) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)?.at(-1)
  const endsInIpv4 = last !== undefined && isIpv4(last)
  const hexGroups = groups.flat().slice(0, endsInIpv4 ? -1 : undefined)
  const count = groups.flat().length + (endsInIpv4 ? 1 : 0)
  if (!hexGroups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false
  return halves.length === 2 ? count < 8 : count === 8
}
