import { registerEnumType } from 'type-graphql';
import { CLAIM_REASONS, HOLDS, NOTICES, REFUSALS, type ReasonCode, reasonOf } from '../../policy/reasons.js';
import { described } from '../described.js';

type Meaning = readonly [zh: string, en: string];

/** Publishes a set of codes as a GraphQL enum, each value described in both languages; gives the object that decorators name. */
export function publishedEnum<Code extends string>(
  name: string,
  zh: string,
  en: string,
  meanings: Readonly<Record<Code, Meaning>>,
): Record<Code, Code> {
  const codes = Object.keys(meanings) as Code[];
  const values = Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;
  const valuesConfig = Object.fromEntries(codes.map((code) => [code, described(meanings[code][0], meanings[code][1])])) as Record<
    Code,
    { description: string }
  >;
  registerEnumType(values, { name, ...described(zh, en), valuesConfig });
  return values;
}

export const LevelEnum = publishedEnum('Level', '专业技术等级', 'Level of a trainee', {
  JUNIOR: ['初级', 'Junior'],
  INTERMEDIATE: ['中级', 'Intermediate'],
  SENIOR: ['高级', 'Senior'],
});

export const DecisionStatusEnum = publishedEnum('DecisionStatus', '补贴判定', 'Whether something is payable', {
  PAYABLE: ['可以补贴', 'Payable'],
  HOLD: ['暂缓：补正后可以补贴', 'On hold: payable once the reasons are cleared'],
  NOT_PAYABLE: ['不予补贴', 'Not payable'],
});

const reasonMeanings = Object.fromEntries(
  [...REFUSALS, ...HOLDS, ...NOTICES, ...CLAIM_REASONS].map((code) => {
    const { text, clause } = reasonOf(code);
    return [code, [`${text.zh}（${clause}）`, `${text.en} (${clause})`]];
  }),
) as unknown as Record<ReasonCode, Meaning>;
export const ReasonCodeEnum = publishedEnum(
  'ReasonCode',
  '不予补贴、暂缓或提示的原因',
  'Why something is refused, held or to be noted',
  reasonMeanings,
);

export const BindingEnum = publishedEnum('Binding', '数字的约束方式', 'How a printed figure binds', {
  FIXED: ['定额（给予）', 'A fixed figure'],
  CAP: ['上限（最高、不超过）', 'At most'],
  FLOOR: ['下限（不少于）', 'At least'],
  APPROXIMATE: ['约数（左右）', 'About'],
  REFERENCE: ['参考标准，地区可另定', 'A reference standard that a region may replace'],
  UNSPECIFIED: ['只提及，未定金额', 'Named without a figure'],
});

export const FigureUnitEnum = publishedEnum('FigureUnit', '数字按什么计', 'What a figure is counted for', {
  EACH: ['每个', 'Each'],
  PERSON: ['每人', 'Per person'],
  PERSON_YEAR: ['每人每年', 'Per person and year'],
  PERSON_MONTH: ['每人每月', 'Per person and month'],
  EVENT: ['每次活动', 'Per event'],
  PROJECT: ['每个项目', 'Per project'],
});

export const RowStatusEnum = publishedEnum('RowStatus', '依据状态', 'How sure a row is', {
  PRINTED: ['文件载明', 'Printed in the notice'],
  INFERRED: ['由文件推得', 'Inferred from the notice'],
  UNCONFIRMED: ['未经确认', 'Not confirmed'],
});

export const StepUnitEnum = publishedEnum('StepUnit', '步骤结果的单位', 'What the result of a step counts', {
  CNY: ['元', 'Yuan'],
  CNY_PER_HOUR: ['元每学时', 'Yuan per hour'],
  HOURS: ['学时', 'Training hours'],
  PERSONS: ['人', 'Persons'],
  PERCENT: ['百分比', 'Per cent'],
  MONTHS: ['月', 'Months'],
  YEARS: ['年', 'Years'],
  COUNT: ['个数', 'A count'],
  DAY: ['日期', 'A day'],
  DECISION: ['判定', 'A decision'],
});

export const RoundingEnum = publishedEnum('Rounding', '取整方式', 'How a step rounded', {
  NONE: ['未取整', 'Not rounded'],
  HALF_UP_TO_FEN: ['四舍五入到分', 'Half up to the fen'],
  HALF_UP_TO_HUNDREDTH: ['四舍五入到两位小数', 'Half up to two decimals'],
  UP_TO_WHOLE: ['向上取整', 'Up to a whole number'],
  DOWN_TO_FEN: ['舍去分以下', 'Down to the fen'],
  LARGEST_REMAINDER: ['最大余数法', 'Largest remainder'],
});
