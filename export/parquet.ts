/**
 * Parquet tables, as DuckDB, pandas, Polars, R's arrow and Spark read them. Written a group of rows at a time, so that
 * memory holds at most GROUP rows (and GROUP_CHARACTERS of text) of one table.
 */
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { ExportFormat } from './format.ts';
import type { Attribute } from './network.ts';
import { readRecords } from './records.ts';
import { BULLETIN_COLUMNS, EDGE_COLUMNS, ENTITY_COLUMNS, STATEMENT_COLUMNS } from './tables.ts';

export const parquet: ExportFormat = {
  shape: 'folder',
  purpose: 'DuckDB, pandas, Polars, R (arrow), Spark',
  files: (graph) => [
    { name: 'entities.parquet', content: write(ENTITY_COLUMNS, readRecords(graph, 'entity')) },
    { name: 'edges.parquet', content: write(EDGE_COLUMNS, readRecords(graph, 'edge')) },
    { name: 'statements.parquet', content: write(STATEMENT_COLUMNS, readRecords(graph, 'statement')) },
    { name: 'bulletins.parquet', content: write(BULLETIN_COLUMNS, readRecords(graph, 'bulletin')) },
  ],
};

const GROUP = 50_000;
const GROUP_CHARACTERS = 32_000_000;
const TYPES = { string: 'STRING', integer: 'INT32', double: 'DOUBLE' } as const;

/** Every column may be null, also where none is, so that all groups and all exports have one schema. */
function columnsOf<T>(attributes: readonly Attribute<T>[], records: readonly T[]): ColumnSource[] {
  return attributes.map(({ name, type, value }) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: records.map(value),
  }));
}

async function* write<T>(attributes: readonly Attribute<T>[], records: AsyncIterable<T>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: columnsOf(attributes, []) });
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'Bulletin Graph' });
  let group: T[] = [];
  let characters = 0;
  const take = (): Uint8Array => {
    const written = bytes.getBytes().slice();
    // The writer counts offsets in the file apart from its place in the buffer.
    bytes.index = 0;
    return written;
  };
  const writeGroup = async (): Promise<void> => {
    await writer.write({ columnData: columnsOf(attributes, group), rowGroupSize: GROUP });
    group = [];
    characters = 0;
  };
  for await (const record of records) {
    group.push(record);
    for (const { value } of attributes) {
      const given = value(record);
      if (typeof given === 'string') characters += given.length;
    }
    if (group.length >= GROUP || characters >= GROUP_CHARACTERS) {
      await writeGroup();
      yield take();
    }
  }
  if (group.length > 0) await writeGroup();
  await writer.finish();
  yield take();
}
