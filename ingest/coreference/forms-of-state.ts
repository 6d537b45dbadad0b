/** Kinds of state by ISO code, for "the kingdom", "the island", "the emirate" and for who can have a king. */
const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const KINGDOMS = codes('BEL BHR BTN DNK ESP GBR JOR KHM LSO MAR NLD NOR SAU SWE SWZ THA TON NPL MYS');
export const EMIRATES = codes('KWT QAT ARE BHR OMN BRN MYS');
export const ISLANDS = codes(
  'AUS BHR BRB CUB CYP FJI GRL HTI IRL ISL JAM LKA MDG MDV MLT MUS NRU PRI SLB TLS TWN VUT GRD LCA VCT DMA KNA ATG',
);
