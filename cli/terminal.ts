/**
 * What a person sees: lines on stderr, in colour only where stderr is a terminal that wants it. Results go to stdout and
 * are never coloured.
 */
import process from 'node:process';
import { isatty } from 'node:tty';
import pc from 'picocolors';
import type { Note, Rejection } from '../ingest/readers/reader.ts';

const wanted = process.env['NO_COLOR'] === undefined || process.env['NO_COLOR'] === '';
// Not `isTTY`: it is undefined where stderr is no terminal, and undefined lets picocolors decide, by CI among others.
const terminal = isatty(process.stderr.fd);
const colors = pc.createColors(terminal && wanted && process.env['TERM'] !== 'dumb');

/** Whether a person is watching: a terminal, and not a CI run that pretends to be one. */
export const interactive: boolean = terminal && !process.env['CI'];

/** Control characters would let a file's name or text steer the terminal. */
function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');
}

export function say(line: string): void {
  process.stderr.write(`${harmless(line)}\n`);
}

export function warn(line: string): void {
  process.stderr.write(`${colors.yellow('warning')} ${harmless(line)}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${colors.red('error')} ${harmless(line)}\n`);
}

function where(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}

export function sayRejection({ path, line, reason, remedy }: Rejection): void {
  process.stderr.write(`${colors.red('rejected')} ${harmless(`${where(path, line)} ${reason}. ${remedy}`)}\n`);
}

export function sayNote({ path, line, message }: Note): void {
  process.stderr.write(`${colors.yellow('note')} ${harmless(`${where(path, line)} ${message}`)}\n`);
}

export function strong(text: string): string {
  return colors.bold(text);
}

/** `1 bulletin`, `1,234 bulletins`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** Writes results to stdout and waits where the reader is slower. False once nobody reads any more (`| head`). */
export async function print(text: string): Promise<boolean> {
  if (!process.stdout.writable) return false;
  if (!process.stdout.write(text)) {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        process.stdout.off('drain', done);
        process.stdout.off('close', done);
        process.stdout.off('error', done);
        resolve();
      };
      process.stdout.on('drain', done);
      process.stdout.on('close', done);
      process.stdout.on('error', done);
    });
  }
  return process.stdout.writable;
}
