import { describe, expect, it } from 'vitest'
import { addFile, countLines, emptyDraft, isEmptyDraft, readDroppedFile } from './submission-draft'

const EMPTY = emptyDraft([])

describe('a submission draft', () => {
  it('puts a saved session into the first empty terminal, then into a new one', () => {
    const first = addFile(EMPTY, { name: 'session.txt', content: '$ docker ps' })
    const second = addFile(first, { name: 'other.LOG', content: '$ docker images' })
    expect(second).toEqual({ transcripts: ['$ docker ps', '$ docker images'], files: [], answers: {} })
  })

  it('attaches any other file, the later one of a name replacing the former', () => {
    const draft = addFile(addFile(EMPTY, { name: 'Dockerfile', content: 'FROM a' }), {
      name: 'Dockerfile',
      content: 'FROM b',
    })
    expect(draft).toEqual({ transcripts: [''], files: [{ name: 'Dockerfile', content: 'FROM b' }], answers: {} })
  })

  it('lets a dropped file fill the one the exercise asks for, wherever that lies', () => {
    const asked = emptyDraft([{ name: 'site/Dockerfile', initial: 'FROM ' }])
    expect(addFile(asked, { name: 'Dockerfile', content: 'FROM a' })).toEqual({
      transcripts: [''],
      files: [{ name: 'site/Dockerfile', content: 'FROM a' }],
      answers: {},
    })
  })

  it('never holds more than five terminals', () => {
    const full = { transcripts: ['1', '2', '3', '4', '5'], files: [], answers: {} }
    expect(addFile(full, { name: 'six.txt', content: '6' })).toEqual(full)
  })

  it('is empty while it holds nothing but white space and what the exercise gave', () => {
    expect(isEmptyDraft({ ...EMPTY, transcripts: [' \n', ''] }, [])).toBe(true)
    const written = { ...EMPTY, files: [{ name: 'Dockerfile', content: 'FROM a' }] }
    expect(isEmptyDraft(written, [])).toBe(false)
    expect(isEmptyDraft(written, [{ name: 'Dockerfile', initial: 'FROM a\n' }])).toBe(true)
  })

  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n\n', 2],
  ])('counts the lines of %j as %i', (text, lines) => {
    expect(countLines(text)).toBe(lines)
  })
})

describe('a dropped file', () => {
  it('is read as UTF-8', async () => {
    const file = new File(['été\n'], 'session.txt')
    expect(await readDroppedFile(file)).toEqual({ ok: true, file: { name: 'session.txt', content: 'été\n' } })
  })

  it('is refused when it is no text', async () => {
    const image = new File([new Uint8Array([0x89, 0x50, 0xff, 0xfe])], 'capture.png')
    expect(await readDroppedFile(image)).toEqual({ ok: false, name: 'capture.png', reason: 'notText' })
  })

  it('is refused above one mebibyte', async () => {
    const large = new File([new Uint8Array(1_048_577)], 'large.txt')
    expect(await readDroppedFile(large)).toEqual({ ok: false, name: 'large.txt', reason: 'tooLarge' })
  })
})
