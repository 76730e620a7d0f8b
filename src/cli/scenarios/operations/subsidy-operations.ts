import { asked, scenarioOperation } from '../scenario-operation.js';
import { apiMoney, apiText, apiWord, fileWord } from '../words.js';

/** The operations on trainees, course runs, institutions, hours and the money of a class. */
export const SUBSIDY_OPERATIONS = {
  trainee: scenarioOperation<{
    traineeDecision: { status: string; amount: string; amountIfCleared: string | null; reasons: { code: string }[] };
  }>({
    query: asked('traineeDecision', 'TraineeDecisionInput', 'status amount amountIfCleared reasons { code }'),
    variables: (input, on) => ({
      input: {
        on,
        occupation: input['occupation'],
        level: input['level'],
        fundingMode: apiWord(input['fundingMode']),
        category: input['category'],
        meetsNationalStandard: input['meetsNationalStandard'],
        institution: input['institution'],
        assessmentBody: input['evaluator'],
        hasTrainingCertificate: input['trainingCertificate'],
        hasLevelCertificate: input['levelCertificate'],
        hasSkillCertificate: input['skillLevelCertificate'],
        certificateOccupation: input['certificateOccupation'],
        certificateLevel: input['certificateLevel'],
        certifiedHours: apiText(input['certifiedHours'] ?? '0'),
        totalHours: apiText(input['totalHours'] ?? '0'),
        onlineHours: apiText(input['onlineHours'] ?? '0'),
        isRecorded: input['recorded'],
        tuitionCharged: apiMoney(input['tuitionCharged'] ?? '0'),
        isCrossProvince: input['crossProvince'],
        violation: input['violation'],
        traineeRegion: input['traineeRegion'],
        organisingRegion: input['organisingRegion'],
        isAlreadyPaid: input['alreadyPaidSameOccupationLevel'],
      },
    }),
    answer: ({ traineeDecision: { status, amount, amountIfCleared, reasons } }) => ({
      status,
      amountCny: amount,
      amountIfClearedCny: amountIfCleared,
      reasons: reasons.map(({ code }) => code),
    }),
  }),
  class: scenarioOperation<{ classTotal: { amount: string; paidTrainees: number } }>({
    query: asked('classTotal', 'ClassTotalInput', 'amount paidTrainees'),
    variables: (input, on) => ({
      input: {
        on,
        region: input['region'],
        occupation: input['occupation'],
        level: input['level'],
        payableTrainees: input['payableTrainees'],
        totalTrainees: input['totalTrainees'],
        isClassInViolation: input['violationClass'] ?? false,
      },
    }),
    answer: ({ classTotal: { amount, paidTrainees } }) => ({ amountCny: amount, paidTrainees }),
  }),
  institution: scenarioOperation<{ institutionTotal: { amount: string; trainees: number } }>({
    query: asked('institutionTotal', 'InstitutionTotalInput', 'amount trainees'),
    variables: (input, on) => ({
      input: {
        on,
        classes: (input['classes'] as [string, string, number][]).map(([occupation, level, payableTrainees]) => ({
          occupation,
          level,
          payableTrainees,
        })),
      },
    }),
    answer: ({ institutionTotal: { amount, trainees } }) => ({ amountCny: amount, trainees }),
  }),
  feeGap: scenarioOperation<{ feeGap: { subsidy: string; feeTotal: string; gapBorneByInstitution: string } }>({
    query: asked('feeGap', 'FeeGapInput', 'subsidy feeTotal gapBorneByInstitution'),
    variables: (input, on) => ({
      input: { on, occupation: input['occupation'], level: input['level'], feePerHour: apiMoney(input['feePerHour']) },
    }),
    answer: ({ feeGap }) => ({
      subsidyCny: feeGap.subsidy,
      feeTotalCny: feeGap.feeTotal,
      gapBorneByInstitutionCny: feeGap.gapBorneByInstitution,
    }),
  }),
  onlineShare: scenarioOperation<{ onlineShare: { sharePercent: string; status: string } }>({
    query: asked('onlineShare', 'OnlineShareInput', 'sharePercent status'),
    variables: (input, on) => ({ input: { on, onlineHours: apiText(input['onlineHours']), totalHours: apiText(input['totalHours']) } }),
    answer: ({ onlineShare }) => ({ ...onlineShare }),
  }),
  onlineSessions: scenarioOperation<{ onlineShare: { onlineHours: string; sharePercent: string; status: string } }>({
    query: asked('onlineShare', 'OnlineShareInput', 'onlineHours sharePercent status'),
    variables: (input, on) => ({ input: { on, onlineSessions: input['sessions'], totalHours: apiText(input['totalHours']) } }),
    answer: ({ onlineShare }) => ({ ...onlineShare }),
  }),
  hoursSessions: scenarioOperation<{ deliveredHours: { hours: string; meetsRequirement: boolean; amount: string } }>({
    query: asked('deliveredHours', 'DeliveredHoursInput', 'hours meetsRequirement amount'),
    variables: (input, on) => ({ input: { on, occupation: input['occupation'], level: input['level'], sessions: input['sessions'] } }),
    answer: ({ deliveredHours: { hours, meetsRequirement, amount } }) => ({ hours, meetsRequirement, amountCny: amount }),
  }),
  clawback: scenarioOperation<{ recoveryEstimate: { recovery: string; refunds: { fund: string; amount: string }[]; remainsPaid: string } }>(
    {
      query: asked('recoveryEstimate', 'RecoveryEstimateInput', 'recovery refunds { fund amount } remainsPaid'),
      variables: (input, on) => ({
        input: {
          on,
          occupation: input['occupation'],
          level: input['level'],
          scope: input['scope'],
          paidTrainees: input['paidTrainees'],
          affectedTrainees: input['affected'] ?? input['paidTrainees'],
          paidFrom: (input['paidFrom'] as [string, string][]).map(([fund, amount]) => ({ fund: apiWord(fund), amount: apiMoney(amount) })),
        },
      }),
      answer: ({ recoveryEstimate: { recovery, refunds, remainsPaid } }) => ({
        clawbackCny: recovery,
        refund: refunds.map(({ fund, amount }) => [fileWord(fund), amount]),
        remainsPaidCny: remainsPaid,
      }),
    },
  ),
};
