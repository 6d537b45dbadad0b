import { describe, expect, it } from 'vitest';
import { linesOf, statementOf } from './reading.ts';

describe('what stands behind a thing without a name', () => {
  it.each([
    ['Iran attacked a power plant in Kuwait.', 'Iran ATTACKED Kuwait'],
    ['Israel struck Hezbollah targets in Lebanon.', 'Israel ATTACKED Hezbollah'],
    ['Hungary rejected any deal with Ukraine.', 'Hungary REJECTED Ukraine'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('people behind an act', () => {
  it.each([
    [
      'killed in the deed of another',
      'Ismail Haniyeh was killed in an Israeli airstrike.',
      'Israel KILLED Ismail Haniyeh',
    ],
    ['responsibility claimed', 'Hamas claimed responsibility for the attack on Israel.', 'Hamas ATTACKED Israel'],
    ['one who travels to talks', 'Wang Yi flew to Berlin for talks with Olaf Scholz.', 'Wang Yi MET Olaf Scholz'],
    ['who issues a statement', 'France issued a statement condemning Belarus.', 'France CRITICIZED Belarus'],
    ['what a visit draws', "Nancy Pelosi's visit drew condemnation from China.", 'China CRITICIZED Nancy Pelosi'],
    ['neighbours at their border', 'Clashes broke out on the border between Chad and Sudan.', 'Chad FOUGHT Sudan'],
    ['the party mediated for', 'Qatar mediated talks between Israel and Hamas.', 'Qatar MEDIATED_BETWEEN Hamas'],
    [
      'restored ties, both ways',
      'Iran and Saudi Arabia restored diplomatic relations.',
      'Saudi Arabia RECOGNIZED Iran',
    ],
    [
      'the office resigned from',
      'Greek foreign minister Nikos Dendias resigned.',
      'Nikos Dendias RESIGNED_FROM Greece',
    ],
    ['an obligation put on another', 'Germany said that Serbia must respect Kosovo.', 'Germany CALLED_ON Serbia'],
  ])('%s', async (_name, text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('does not take the victim of a condemned deed for the one condemned', async () => {
    expect(await linesOf('France condemned the killing of Jamal Khashoggi.')).not.toContain(
      'France CRITICIZED Jamal Khashoggi',
    );
  });

  it('does not charge the owner of a plane that crashes', async () => {
    expect(await linesOf('A Nigerian plane crashed in Kaduna, killing Ibrahim Attahiru.')).not.toContain(
      'Nigeria KILLED Ibrahim Attahiru',
    );
  });

  it('does not call on the one whose release is demanded', async () => {
    expect(await linesOf('Germany demanded the release of Alexei Navalny.')).not.toContain(
      'Germany CALLED_ON Alexei Navalny',
    );
  });

  it('does not read telling that as telling to', async () => {
    expect(await linesOf('Olaf Scholz told Emmanuel Macron that the talks failed.')).not.toContain(
      'Olaf Scholz CALLED_ON Emmanuel Macron',
    );
    expect(await linesOf('Olaf Scholz told Emmanuel Macron to leave.')).toContain(
      'Olaf Scholz CALLED_ON Emmanuel Macron',
    );
  });
});

describe('circumstances', () => {
  it('keeps the place of a meeting', async () => {
    const { extraction, statement } = await statementOf('Xi Jinping met Joe Biden in Peru.', 'MET');
    expect(extraction.entities.find((entity) => entity.id === statement.place?.entity)?.name).toBe('Peru');
  });

  it('closes the office of one who resigned', async () => {
    const { statement } = await statementOf('Greek foreign minister Nikos Dendias resigned.', 'REPRESENTS');
    expect(statement.status).toBe('occurred');
  });

  it('takes an event that is ended for one that happened', async () => {
    const { statement } = await statementOf('Diplomats hope to end the war between Armenia and Azerbaijan.', 'FOUGHT');
    expect(statement.status).toBe('occurred');
  });

  it('quotes the smallest stretch that holds trigger and arguments', async () => {
    const { statement } = await statementOf(
      'On Monday morning France condemned Belarus over the arrests.',
      'CRITICIZED',
    );
    expect(statement.quote.text).toBe('France condemned Belarus');
  });
});
