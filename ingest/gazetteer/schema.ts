/** The shape of the gazetteer's data files, checked once when they are read. `of` and `acts` are ISO codes or keys. */
import { z } from 'zod';

const words = z.array(z.string());

export const CountryRecord = z.object({
  name: z.string(),
  iso3: z.string().length(3).nullable(),
  longName: z.string().nullable(),
  aliases: words,
  adjectives: words,
  demonyms: z.object({ one: words, many: words }),
  capitals: words,
});

const Named = z.object({ name: z.string(), aliases: words.optional(), of: z.string().optional() });
export const OrganizationRecord = Named.extend({
  type: z.enum(['Organization', 'Group']).optional(),
  acts: z.string().optional(),
  /** Forms that other states have too: meant only where the bulletin speaks of this one's state. */
  generic: words.optional(),
});
export const SeatRecord = Named.extend({
  type: z.enum(['Facility', 'Organization', 'Place']),
  acts: z.string().optional(),
});
export const PlaceFile = z.object({
  note: z.string(),
  byCountry: z.record(z.string().length(3), words),
  others: z.array(Named.extend({ acts: z.string().optional() })),
  peoples: z.array(z.object({ name: z.string(), adjective: z.string(), aliases: words.optional() })),
  facilities: z.array(Named),
});

/** Names of cities by the ISO code of their state. */
export const CityFile = z.record(z.string().length(3), words);

export const TitleFile = z.object({
  note: z.string(),
  head: words,
  state: words,
  modifier: words,
  former: words,
  honorific: words,
  role: words,
  calling: words,
  namesake: words,
  female: words,
  male: words,
});

export const CollectiveFile = z.object({
  note: z.string(),
  people: words,
  /** People who act for their state where a nationality goes before. */
  servants: words,
  /** Last words of the names of bodies that act for their state. */
  executive: words,
  forces: words,
  bodies: words,
  state: words,
  side: words,
  facilities: words,
  agreements: words,
  events: words,
  organizationWords: words,
  placeWords: words,
  several: words,
  namedKinds: words,
  notActors: words,
  /** Makers of vehicles and aircraft, whose name before another word is a model. */
  makers: words,
  /** Gatherings that stand for those who gather. */
  gatherings: words,
  /** Acts of force that a noun before them says who committed. */
  assaults: words,
  /** Kinds of place by which one named before is meant again. */
  places: words,
});

export const GivenNameFile = z.object({ note: z.string(), female: words, male: words });

const Term = z.object({ title: z.string(), of: z.string(), from: z.string(), until: z.string().nullable() });
export const LeaderRecord = z.object({
  name: z.string(),
  aliases: words,
  gender: z.enum(['female', 'male']).nullable(),
  terms: z.array(Term),
});

export type CountryRecord = z.infer<typeof CountryRecord>;
export type LeaderRecord = z.infer<typeof LeaderRecord>;
