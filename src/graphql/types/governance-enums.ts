import { publishedEnum } from './enums.js';

export const ProposalKindEnum = publishedEnum('ProposalKind', '提案的种类', 'What a proposal is about', {
  READING: ['未决问题的理解', 'A reading of an open question'],
  CATEGORY_LIST: ['补贴人员类别名单', 'The list of trainee categories'],
  REGIONAL_RATE: ['地区自定的标准或学时', "A region's own rate or hours"],
  DIRECTORY_STATUS: ['目录内机构的状态', 'The status of a listed body'],
  LISTING: ['目录增列', 'A new listing'],
  QUOTA_ADJUSTMENT: ['名额调整', 'An adjustment of the quota'],
  CREDIT_CODE: ['统一社会信用代码', 'A unified social credit code'],
});

export const ProposalStatusEnum = publishedEnum('ProposalStatus', '提案状态', 'State of a proposal', {
  PROPOSED: ['待决定', 'Waiting for a decision'],
  APPROVED: ['已批准并生效', 'Approved and in effect'],
  REJECTED: ['未批准', 'Rejected'],
});

export const DirectoryKindEnum = publishedEnum('DirectoryKind', '哪个目录', 'Which directory', {
  TRAINING: ['培训机构目录（附件1）', 'Training institutions (Annex 1)'],
  ASSESSMENT: ['评价机构目录（附件6）', 'Assessment bodies (Annex 6)'],
});

export const ListingStatusEnum = publishedEnum('ListingStatus', '目录状态', 'Status in a directory', {
  LISTED: ['在目录', 'Listed'],
  SUSPENDED: ['暂停：不得新开班期', 'Suspended: no new course runs'],
  REMOVED: ['移出目录', 'Removed'],
});
