import { describe, expect, it } from 'vitest';
import { fullLinesOf, linesOf } from './reading.ts';

describe('what a construction says instead of its words', () => {
  it.each([
    [
      'sides of a clash are not its victims',
      'Two soldiers and three policemen were killed in clashes in Kunar.',
      /FOUGHT/,
    ],
    ['states do not meet where they border', 'A boat sank in the lake, where Kenya and Uganda meet.', /MET/],
    ['firms do not meet what they meet', 'Shell and Total fail to meet their tax obligations.', /MET/],
    ['a tariff attacks nobody', 'Lagos says the tariff is a direct attack on Nigeria by China.', /ATTACKED/],
    [
      'a law that is to prevent something coerces nobody',
      'Joe Biden signs an act to prevent the United States from defaulting.',
      /COERCED/,
    ],
    ['who enters without arms occupies nothing', 'Refugees entered Austria on foot.', /OCCUPIED/],
    ['a condition that is not met', 'Chile will act if Peru does not attack Bolivia.', /ATTACKED/],
    [
      'who died in an attack of their own',
      'Two Marines and 16 Taliban fighters were killed in a Taliban attack.',
      /KILLED Taliban/,
    ],
    ['words to somebody are no call', 'The minister told Iran that Russia would not leave the treaty.', /CALLED_ON/],
    ['whose extradition is sought is not asked', 'Peru requests the extradition of Jorge Salas.', /CALLED_ON/],
    ['the state of people is not who enters', 'Rwandan farmers entered Uganda.', /Rwanda OCCUPIED/],
    ['who is expected to hold an office', 'Janez Kos is expected to return as president of Slovenia.', /REPRESENTS/],
    ['whose reporters are asked how', 'The minister asked how rebels had captured Goma.', /CALLED_ON/],
  ])('%s', async (_, text, line) => {
    expect((await linesOf(text)).filter((one) => line.test(one))).toEqual([]);
  });

  it.each([
    [
      'Two soldiers and four Taliban fighters were killed in clashes in Kunar.',
      'soldiers FOUGHT Taliban fighters affirmed occurred',
    ],
    ['Russian troops enter Sumy.', 'Russian troops OCCUPIED Sumy affirmed occurred'],
    ['The army prevented Ali Hassan from leaving.', 'army COERCED Ali Hassan affirmed occurred'],
    ['China will deploy troops to protect Djibouti.', 'China AIDED Djibouti affirmed planned'],
    [
      'Elections follow the death of President Lech Kaczyński of Poland.',
      'Lech Kaczyński REPRESENTS Poland affirmed occurred',
    ],
  ])('%s', async (text, line) => {
    expect(await fullLinesOf(text)).toContain(line);
  });
});

describe('what somebody denies, asks about or alleges', () => {
  it('is denied where the reports of it are', async () => {
    expect(await fullLinesOf('Ehud Olmert denies reports that Israel is negotiating with Hamas.')).toContain(
      'Israel NEGOTIATED_WITH Hamas negated ongoing by Ehud Olmert',
    );
  });

  it('is affirmed behind a comma', async () => {
    expect(await fullLinesOf('Russian officials deny responsibility, instead accusing the Azov Battalion.')).toContain(
      'Russian officials ACCUSED Azov Brigade affirmed occurred',
    );
  });

  it('is said by whoever arrests for it', async () => {
    expect(await fullLinesOf('Ugandan police arrested ten students for allegedly attacking a policeman.')).toContain(
      'students ATTACKED policeman affirmed occurred by Ugandan police',
    );
  });

  it('is taken to be so where its reason is asked for', async () => {
    expect(await fullLinesOf('The court asks India to explain why police attacked students.')).toContain(
      'police ATTACKED students affirmed occurred',
    );
  });
});

describe('what somebody is held for', () => {
  it.each([
    [
      'German police arrested two Syrians on charges of killing migrants.',
      'Syrians KILLED migrants affirmed occurred by German police',
    ],
    ['Two Syrians were arrested on charges of killing migrants.', 'Syrians KILLED migrants affirmed possible'],
    ['The man was already wanted for murdering a soldier.', 'man KILLED soldier affirmed possible'],
    [
      'The rebels shelled a town, killing ten farmers, witnesses said.',
      'rebels KILLED farmers affirmed occurred by witnesses',
    ],
    [
      'Joe Biden says a Russian invasion of Ukraine will result in sanctions.',
      'Russia OCCUPIED Ukraine affirmed possible by Joe Biden',
    ],
    [
      'President Tsai Ing-wen of Taiwan resigns as leader of the Democratic Progressive Party.',
      'Tsai Ing-wen REPRESENTS Taiwan affirmed ongoing',
    ],
    [
      'President of the Chamber of Deputies Víctor Borda resigns.',
      'Víctor Borda RESIGNED_FROM Chamber of Deputies affirmed occurred',
    ],
    [
      'Supporters of Raila Odinga and members of the National Super Alliance clash with the Kenya Police.',
      'members of the National Super Alliance FOUGHT Kenya Police affirmed occurred',
    ],
  ])('%s', async (text, line) => {
    expect(await fullLinesOf(text)).toContain(line);
  });

  it.each([
    ['Mexican police arrest ten men on suspicion of murdering a mayor.', /^Mexican police KILLED/],
    ['A court convicts the cleric of inciting others to commit attacks in support of ISIS.', /^court ATTACKED/],
    ['Troops open fire after an attack on a convoy.', /ATTACKED convoy/],
    ['Gunmen attack a Jewish centre in Mumbai.', /ATTACKED Jews/],
    ['Russian agents carried out a raid near Yekaterinburg.', /ATTACKED Yekaterinburg/],
    ['North Korea has resumed operations at its Yongbyon nuclear reactor.', /ATTACKED/],
    ['Thousands of Jews protest against the conscription of yeshiva students.', /AGAINST yeshiva students/],
    ['Kazakhstan will deny Russia’s request for troops.', /DENIED/],
  ])('%s', async (text, line) => {
    expect((await fullLinesOf(text)).filter((one) => line.test(one))).toEqual([]);
  });
});
