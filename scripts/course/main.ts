import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadHub } from '@/course/hub/load-hub'
import { loadCourse } from '@/course/load-course'
import { contentMark, packCourse } from '@/course/packed-course'
import { nodeFiles } from '@/course/source/node-files'

const CONTENT_FOLDER = 'content'

/** Packs the course of `content/` into the file that is named, so that a web server need not work it out at its start. */
const [file = ''] = process.argv.slice(2)
const mark = contentMark(CONTENT_FOLDER)
const files = nodeFiles(CONTENT_FOLDER)
const packed = packCourse({ course: loadCourse(files), hub: loadHub(files) }, mark)
mkdirSync(path.dirname(file), { recursive: true })
writeFileSync(`${file}.${process.pid}`, packed)
renameSync(`${file}.${process.pid}`, file)
