/** The rule that all reward steps belong to, with its version. */
export const REWARD_RULE = { name: 'rewardEstimate', version: '1' } as const;
