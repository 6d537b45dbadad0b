/** A file beside a bulletin that describes it (`talks.txt.meta.yaml`): id, date, title, source, url, language. */
import { readFile } from 'node:fs/promises';
import { YAMLParseError } from 'yaml';
import { readFields } from './fields.ts';
import { SIDECAR_SUFFIXES } from './files.ts';
import { parseRecord } from './front-matter.ts';
import { type BulletinFields, ReadError } from './reading.ts';

/** The fields of the first sidecar that lies beside `path`; none where there is no sidecar. */
export async function readSidecar(path: string): Promise<BulletinFields> {
  for (const suffix of SIDECAR_SUFFIXES) {
    let yaml: string;
    try {
      yaml = await readFile(`${path}${suffix}`, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      throw error;
    }
    const remedy = `Write "name: value" lines into ${path}${suffix}, for example: date: 2024-12-25.`;
    try {
      const record = parseRecord(yaml);
      if (record === null) throw new ReadError(`has a sidecar, ${suffix}, that names no fields`, remedy);
      return readFields(record).fields;
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      throw new ReadError(`has a sidecar, ${suffix}, that is not YAML`, remedy, null, { cause: error });
    }
  }
  return {};
}
