import { publishedEnum } from './enums.js';

export const RoleEnum = publishedEnum('Role', '角色，由令牌给出', 'A role, as a token gives it', {
  INSTITUTION: ['培训机构', 'A training institution'],
  ASSESSMENT_BODY: ['评价机构', 'An assessment body'],
  HR_OFFICER: ['人社部门经办人', 'Officer of an HR bureau'],
  HR_REVIEWER: ['人社部门审核人', 'Reviewer of an HR bureau'],
  FINANCE_OFFICER: ['财政部门经办人', 'Officer of a finance bureau'],
  FINANCE_PAYER: ['财政部门支付人', 'Payer of a finance bureau'],
  PROVINCE_OFFICER: ['省级经办人', 'Officer of the province'],
  PROVINCE_REVIEWER: ['省级审核人', 'Reviewer of the province'],
  REWARD_DEPARTMENT: ['奖励项目主管部门', 'A department in charge of rewards'],
  DATA_BUREAU_OFFICER: ['数据部门经办人', 'Officer of a data bureau'],
  AUDITOR: ['审计人员：只读', 'An auditor, who reads only'],
});

export const RightKindEnum = publishedEnum('RightKind', '权限的种类', 'What a right is about', {
  OPERATION: ['办理（mutation）', 'A mutation'],
  QUERY: ['查询（query）', 'A query'],
});
