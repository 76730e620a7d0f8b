import { z } from 'zod';
import { dayText, documentNumber, expects, flag, hoursText, levelCode, nameText, optional, yuanText } from '../../policy/input.js';
import { occupationOf } from '../../policy/occupations.js';
import type { RegionalRatePayload } from '../../policy/proposals/proposal-payload.js';
import { regionOf } from '../../policy/regions.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { requireRegion } from '../acting/require-reach.js';
import { propose } from './propose.js';

const ONE_OF_TWO = expects('hourlyRate 和 requiredHours 须填且只填一个', 'either hourlyRate or requiredHours, and not both');
const WHOSE_HOURS = expects('规定学时须写明职业', 'required hours are those of an occupation: name it');

const input = z
  .strictObject({
    region: nameText,
    occupation: optional(nameText),
    level: levelCode,
    hourlyRate: optional(yuanText),
    requiredHours: optional(hoursText),
    validFrom: dayText,
    validTo: optional(dayText),
    replacesEarlier: optional(flag),
    documentNumber,
  })
  .refine(({ hourlyRate, requiredHours }) => (hourlyRate === null) !== (requiredHours === null), {
    path: ['hourlyRate'],
    error: ONE_OF_TWO,
  })
  .refine(({ occupation, requiredHours }) => requiredHours === null || occupation !== null, { path: ['occupation'], error: WHOSE_HOURS });

/**
 * Proposes a region's own hourly rate (yuan) or required hours for a period, above the reference standard of the province. It applies to runs filed in that
 * period. Throws UNKNOWN_REGION, UNKNOWN_OCCUPATION, FORBIDDEN, RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5; Q10
 */
export const proposeRegionalRate: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'proposeRegionalRate',
  input,
  run: async (act, asked) => {
    const book = act.desk.ruleBook({ on: asked.validFrom });
    const regionCode = requireRegion(act.reach, regionOf(book, asked.region, 'region').code, 'region');
    const payload: RegionalRatePayload = {
      kind: 'REGIONAL_RATE',
      regionCode,
      figure: asked.hourlyRate === null ? 'REQUIRED_HOURS' : 'HOURLY_RATE',
      occupationCode: asked.occupation === null ? null : occupationOf(book, asked.occupation, 'occupation').code,
      level: asked.level,
      value: asked.hourlyRate ?? asked.requiredHours ?? '',
      validFrom: asked.validFrom,
      validTo: asked.validTo,
      replacesEarlier: asked.replacesEarlier ?? false,
    };
    return propose(act, payload, { regionCode, documentNumber: asked.documentNumber });
  },
};
