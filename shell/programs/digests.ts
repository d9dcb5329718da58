import { md5, sha1, sha256 } from '../text/digest'
import { utf8Bytes, utf8Text } from '../text/utf8'
import { readFlags } from './lines'
import { defineWhole } from './whole-files'

/** md5sum and its like: one line a file. */
function digestProgram(name: string, digest: (bytes: Uint8Array) => string) {
  return defineWhole<null>(name, {
    start: (args) => ({ ok: true, state: null, files: readFlags(args, '').operands }),
    end: (_, files, failed) => ({
      status: failed ? 1 : 0,
      output: files.map((file) => `${digest(utf8Bytes(file.text))}  ${file.name}\n`).join(''),
    }),
  })
}

export const md5sum = digestProgram('md5sum', md5)
export const sha1sum = digestProgram('sha1sum', sha1)
export const sha256sum = digestProgram('sha256sum', sha256)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function encode(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    const chars = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63] ?? '').join('')
    text += left >= 3 ? chars : chars.slice(0, left + 1).padEnd(4, '=')
  }
  return text
}

function decode(text: string): readonly number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const char of text.replace(/[=\s]/g, '')) {
    held = ((held << 6) | alphabet.indexOf(char)) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  return bytes
}

export const base64 = defineWhole<{ readonly decodes: boolean; readonly width: number }>('base64', {
  start(args) {
    const { flags, operands } = readFlags(args, 'w')
    const decodes = flags.has('d') || flags.has('D') || flags.has('--decode')
    return { ok: true, state: { decodes, width: Number(flags.get('w') ?? 76) }, files: operands }
  },
  end({ decodes, width }, files, failed) {
    const text = files.map((file) => file.text).join('')
    if (failed) return { status: 1 }
    if (!decodes) {
      const encoded = encode(utf8Bytes(text))
      const lines = width > 0 ? (encoded.match(new RegExp(`.{1,${Math.min(width, 10_000)}}`, 'g')) ?? []) : [encoded]
      return { status: 0, output: width > 0 ? lines.map((line) => `${line}\n`).join('') : encoded }
    }
    const isValid = /^[A-Za-z0-9+/\n]*=?=?\s*$/.test(text)
    return {
      status: isValid ? 0 : 1,
      output: utf8Text(decode(/^[A-Za-z0-9+/\s]*/.exec(text.replace(/ .*/s, ''))?.[0] ?? '')),
      error: isValid ? '' : 'base64: invalid input\n',
    }
  },
})
