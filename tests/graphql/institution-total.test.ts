import { ask } from './harness.js';

const QUERY = `query ($input: InstitutionTotalInput!) {
  institutionTotal(input: $input) { amount trainees lines { occupation { code } level payableTrainees amountPerTrainee amount } }
}`;
const total = async (classes: unknown) => (await ask<{ institutionTotal: unknown }>(QUERY, { input: { classes } })).institutionTotal;

describe('institutionTotal (辽人社发〔2023〕36号, 四(一)2, 附件5)', () => {
  test('the course runs added up, the same occupation and level twice: 24000 + 25600 + 10000 + 800 yuan', async () => {
    const classes = [
      { occupation: 'BLOCKCHAIN', level: 'JUNIOR', payableTrainees: 30 },
      { occupation: 'BLOCKCHAIN', level: 'INTERMEDIATE', payableTrainees: 20 },
      { occupation: 'AI', level: 'SENIOR', payableTrainees: 5 },
      { occupation: '区块链工程技术人员', level: 'JUNIOR', payableTrainees: 1 },
    ];
    expect(await total(classes)).toEqual({
      amount: '60400.00',
      trainees: 56,
      lines: [
        { occupation: { code: 'BLOCKCHAIN' }, level: 'JUNIOR', payableTrainees: 30, amountPerTrainee: '800.00', amount: '24000.00' },
        { occupation: { code: 'BLOCKCHAIN' }, level: 'INTERMEDIATE', payableTrainees: 20, amountPerTrainee: '1280.00', amount: '25600.00' },
        { occupation: { code: 'AI' }, level: 'SENIOR', payableTrainees: 5, amountPerTrainee: '2000.00', amount: '10000.00' },
        { occupation: { code: 'BLOCKCHAIN' }, level: 'JUNIOR', payableTrainees: 1, amountPerTrainee: '800.00', amount: '800.00' },
      ],
    });
  });

  test('an institution without course runs is refused as input', async () => {
    await expect(total([])).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'classes' });
  });

  test('an unknown occupation is named by its row', async () => {
    const classes = [
      { occupation: 'AI', level: 'JUNIOR', payableTrainees: 1 },
      { occupation: 'COOK', level: 'JUNIOR', payableTrainees: 1 },
    ];
    await expect(total(classes)).rejects.toMatchObject({ code: 'UNKNOWN_OCCUPATION', field: 'classes[1].occupation' });
  });
});
