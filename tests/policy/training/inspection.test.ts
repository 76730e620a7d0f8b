import { CONTROL_POINTS, type InspectionMethod, inspectionRefusals } from '../../../src/policy/training/inspection.js';
import { book, bookOf, underReading } from '../harness.js';
import { RUN } from './supervised.js';

const points = (note: string | null = null) => CONTROL_POINTS.map((point) => ({ point, result: 'PASS', note }) as const);
const REGIONS = { regionCode: 'LN-210200', traineeRegions: ['LN-210100'] };
const inspection = (method: InspectionMethod, note: string | null, documentNumber: string | null) => ({
  method,
  heldOn: '2026-04-01',
  points: points(note),
  documentNumber,
});

describe('an inspection (辽人社发〔2023〕36号, 五(一), 五(三); Q94)', () => {
  it('looks at four points', () => expect(CONTROL_POINTS).toEqual(['QUALIFICATION', 'RECRUITMENT', 'PROCESS', 'PAYMENT']));

  it.each<[InspectionMethod, string | null, string | null, readonly string[]]>([
    ['FILE_REVIEW', '台账齐全', '文', []],
    ['ON_SITE', '到课一致', '文', []],
    ['GEOFENCE', null, null, []],
    ['LOCATION_CHECK_IN', null, null, []],
    ['GEOFENCE', '在教室外', null, ['REMOTE_RESULT_ONLY']],
    ['LOCATION_CHECK_IN', null, '文', ['REMOTE_RESULT_ONLY']],
  ])('%s with note %j and document %j', (method, note, document, codes) =>
    expect(inspectionRefusals(book, RUN, REGIONS, inspection(method, note, document)).map(({ code }) => code)).toEqual(codes),
  );

  it.each([
    ['the organising region', 'LN-210200', []],
    ['a region with a trainee', 'LN-210100', []],
    ['another region', 'LN-210300', ['NOT_SUPERVISING']],
  ])('by %s', (_title, regionCode, codes) => {
    const regions = { ...REGIONS, regionCode };
    expect(inspectionRefusals(book, RUN, regions, inspection('ON_SITE', null, null)).map(({ code }) => code)).toEqual(codes);
  });

  it('is of a run that was one: not of a rejected one', () => {
    const rejected = { ...RUN, status: 'REJECTED' } as const;
    expect(inspectionRefusals(book, rejected, REGIONS, inspection('ON_SITE', null, null)).map(({ code }) => code)).toEqual(['RUN_STATUS']);
  });

  it('is not recorded under a reading of Q94 that keeps where somebody was', () => {
    const coordinates = bookOf(underReading('privacy.location', 'COORDINATES'));
    expect(() => inspectionRefusals(coordinates, RUN, REGIONS, inspection('GEOFENCE', null, null))).toThrow(
      expect.objectContaining({ code: 'READING_NOT_COMPUTED' }),
    );
  });
});
