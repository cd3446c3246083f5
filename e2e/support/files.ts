import type { Page } from '@playwright/test'
import { clipWebm } from '../../src/main/practice/media/clip.ts'
import { encodeGif } from '../../src/main/practice/media/gif.ts'
import { paintPicture } from '../../src/main/practice/media/pictures.ts'
import { encodePng } from '../../src/main/practice/media/png.ts'

/** A file as an agent would choose it. */
export interface TestFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export const picture: TestFile = {
  name: 'broken mug.png',
  mimeType: 'image/png',
  buffer: encodePng(paintPicture('broken-mug', 3, 320, 240))
}
export const gif: TestFile = {
  name: 'teapot.gif',
  mimeType: 'image/gif',
  buffer: encodeGif(
    [0, 0.3, 0.6].map((phase) => paintPicture('teapot', 2, 120, 90, phase)),
    90
  )
}
export const clip: TestFile = { name: 'how it works.webm', mimeType: 'video/webm', buffer: clipWebm() }
/** Says that it is a picture, and is none. */
export const pretender: TestFile = {
  name: 'invoice.png',
  mimeType: 'image/png',
  buffer: Buffer.from('Just some words.')
}
export const sound: TestFile = {
  name: 'memo.mp3',
  mimeType: 'audio/mpeg',
  buffer: Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'),
    Buffer.from([0xff, 0xfb, 0x90, 0]),
    Buffer.alloc(2_000)
  ])
}

/** Brings files to the element with the focus, as the system's clipboard would. */
export async function pasteFile(page: Page, file: TestFile): Promise<void> {
  await page.evaluate(
    ({ base64, name, type }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0)], name, { type }))
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { base64: file.buffer.toString('base64'), name: file.name, type: file.mimeType }
  )
}

/**
 * Drags a file over a place of the page, and drops it there unless told otherwise.
 * @returns whether the page took care of it; else the browser would open the file in its place
 */
export function dragFile(page: Page, place: string, file: TestFile, drop = true): Promise<boolean> {
  return page.evaluate(
    ({ selector, base64, name, type, ends }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0)], name, { type }))
      const target = document.querySelector(selector) ?? document.body
      let handled = true
      for (const event of ends ? ['dragenter', 'dragover', 'drop'] : ['dragenter', 'dragover']) {
        const fired = new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true })
        target.dispatchEvent(fired)
        if (event !== 'dragenter') handled &&= fired.defaultPrevented
      }
      return handled
    },
    { selector: place, base64: file.buffer.toString('base64'), name: file.name, type: file.mimeType, ends: drop }
  )
}
