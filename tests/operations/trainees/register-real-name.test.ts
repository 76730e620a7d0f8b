import type { Workplace } from '../../../src/operations/acting/perform.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { registerRealName } from '../../../src/operations/trainees/register-real-name.js';
import { withdrawTrainee } from '../../../src/operations/trainees/withdraw-trainee.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { enrolmentRow, type EnrolmentRow } from '../../../src/store/rows/enrolment-row.js';
import { factOf, selectRows } from '../../../src/store/select-rows.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, DALIAN, identityNumber, inRun, lineOf, SHENYANG } from './world.js';

describeOnEachDatabase('the real-name register (辽人社发〔2023〕36号, 六(一); Q23)', (open) => {
  let workplace: Workplace;
  let rows: readonly EnrolmentRow[];
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 50);
    await allocate(workplace, SHENYANG, 5);
    const run = await approvedRun(workplace);
    const enrol = (n: number, region: string) =>
      done(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineOf(n, { region }) });
    rows = [await enrol(1, '大连'), await enrol(2, '大连'), await enrol(3, '沈阳'), await enrol(4, '大连')];
  });
  const lineFor = (index: number, realNameNumber: string) => ({ enrolmentId: nodeId('Enrolment', rows[index]?.id ?? ''), realNameNumber });
  const stored = async (index: number) => (await selectRows(workplace.dataSource.manager, enrolmentRow, factOf(rows[index]?.id ?? '')))[0];

  it('takes the numbers of many trainees of the region at once, and a later one in the place of an earlier one', async () => {
    const input = { lines: [lineFor(0, 'SM-0001'), lineFor(1, 'SM-0002')], on: '2026-03-02' };
    expect(await done(workplace, registerRealName, PEOPLE.officer, input)).toEqual({ registered: 2, on: '2026-03-02' });
    expect([await stored(0), await stored(1)].map((row) => [row?.realNameNumber, row?.realNameOn])).toEqual([
      ['SM-0001', '2026-03-02'],
      ['SM-0002', '2026-03-02'],
    ]);
    await done(workplace, registerRealName, PEOPLE.officer, { lines: [lineFor(0, 'SM-0009')], on: '2026-03-02' });
    expect((await stored(0))?.realNameNumber).toBe('SM-0009');
  });

  it("is kept by the trainee's region, not by the one that organises, and not by the institution (五(三))", async () => {
    const input = { lines: [lineFor(2, 'SM-0003')], on: '2026-03-02' };
    await expect(act(workplace, registerRealName, PEOPLE.officer, input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: 'lines[0].enrolmentId',
    });
    await expect(act(workplace, registerRealName, PEOPLE.institution, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await done(workplace, registerRealName, PEOPLE.otherOfficer, input)).toMatchObject({ registered: 1 });
  });

  it('takes all lines or none', async () => {
    await done(workplace, withdrawTrainee, PEOPLE.institution, {
      enrolmentId: nodeId('Enrolment', rows[3]?.id ?? ''),
      on: '2026-03-02',
      reason: '因病',
    });
    const lines = [lineFor(1, 'SM-0007'), lineFor(3, 'SM-0008'), lineFor(1, 'SM-0007')];
    const reply = await act(workplace, registerRealName, PEOPLE.officer, { lines, on: '2026-03-02' });
    expect(reply.refusals.map(({ code, field }) => [code, field])).toEqual([
      ['ENROLMENT_STATUS', 'lines[1].enrolmentId'],
      ['TWICE_IN_LIST', 'lines[2].enrolmentId'],
    ]);
    expect((await stored(1))?.realNameNumber).toBe('SM-0002');
    const early = { lines: [lineFor(1, 'SM-0007')], on: '2026-03-01' };
    expect(await refusalsOf(workplace, registerRealName, PEOPLE.officer, early)).toEqual(['NOT_BEFORE']);
  });

  it.each(['SM', 'SM 0001', identityNumber(1), '编号0001'])('"%s" is no number of the register', async (realNameNumber) => {
    const failure = act(workplace, registerRealName, PEOPLE.officer, { lines: [lineFor(1, realNameNumber)], on: '2026-03-02' });
    await expect(failure).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].realNameNumber' });
    await expect(failure).rejects.not.toThrow(/\d{11}/u);
  });
});
