import path from 'node:path'
import { pino } from 'pino'
import type { Log } from '../core/deps.ts'
import { redactFields, redactText } from './redact.ts'
import { rotatingFile } from './rotating-file.ts'

const MAX_LOG_BYTES = 5_000_000

export function logFilePath(dataDir: string): string {
  return path.join(dataDir, 'logs', 'backchannel.log')
}

/** The log in `DATA/logs/backchannel.log`: JSON lines, three files of at most 5 MB. */
export function fileLog(dataDir: string): Log {
  return pinoLog(rotatingFile(logFilePath(dataDir), MAX_LOG_BYTES), 'info')
}

/** The log for `--debug`: everything, to the given stream. */
export function streamLog(stream: { write(line: string): unknown }): Log {
  return pinoLog({ write: (line) => void stream.write(line) }, 'debug')
}

function pinoLog(destination: { write(line: string): void }, level: 'debug' | 'info'): Log {
  const logger = pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: Record<string, unknown> = {}): void =>
      logger[name](redactFields(fields), redactText(message))
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
