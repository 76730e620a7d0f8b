import { type Reach, reachesInstitution, reachesRegion, tenantOf } from '../../policy/access/reach.js';
import { bilingual } from '../../policy/bilingual.js';
import { notAfterClock } from '../../policy/business-day.js';
import { yearOf } from '../../policy/calendar-day.js';
import { canonicalText, sha256 } from '../../policy/canonical.js';
import { trainingInstitutionOf } from '../../policy/directory.js';
import { Failure } from '../../policy/failure.js';
import { quoteExpiresOn, quoteStatement } from '../../policy/quote.js';
import { refuseQuote } from '../../policy/refusals/quotes.js';
import { regionOf } from '../../policy/regions.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { subsidyEstimate, type SubsidyEstimateInput } from '../../policy/subsidy-estimate.js';
import { nextId } from '../../store/audit-log.js';
import { insertQuote } from '../../store/quotes.js';
import type { QuoteRow } from '../../store/rows/quote-row.js';
import { type Operation, refused } from '../acting/act.js';
import { requireInstitution, requireRegion } from '../acting/require-reach.js';
import { signQuote } from './quote-token.js';

/**
 * Issues a quote: the estimate of a question, signed and pinned to the rules that it was made under, holding until its last day. It is no promise to pay and moves nothing.
 * An institution asks for itself, a bureau for its regions. Refuses where no line could ever be paid. Throws FORBIDDEN, UNKNOWN_REGION, UNKNOWN_INSTITUTION,
 * UNKNOWN_OCCUPATION, DUPLICATE_LINE, BAD_USER_INPUT.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export const issueQuote: Operation<SubsidyEstimateInput, QuoteRow> = {
  name: 'issueQuote',
  input: subsidyEstimate.input,
  run: async ({ manager, actor, reach, desk, today, at, quoteKeys }, question) => {
    if (question.on !== null) notAfterClock(question.on, today, 'on');
    const answer = desk.answer(subsidyEstimate, question);
    const { ruleBook, ruleVersion, receipt } = answer;
    const { region, institution } = ownersOf(reach, ruleBook, question);
    if (answer.lines.every(({ status }) => status === 'NOT_PAYABLE'))
      return refused(refuseQuote('QUOTE_OF_NOTHING', 'lines', { reasons: answer.reasons }));
    const id = await nextId(manager, yearOf(today));
    const expiresOn = quoteExpiresOn(desk.ruleBook({ on: today, region }), today);
    const statement = quoteStatement(ruleBook, {
      id,
      issuedAt: at,
      issuedOn: today,
      expiresOn,
      region,
      institution,
      question,
      answer: { ...answer, ruleVersion, receiptHash: receipt.hash },
    });
    const { number, amount, amountIfCleared, ruleBookHash, receiptHash } = statement;
    const { signedWith, signature } = await signQuote(statement, quoteKeys);
    const row: QuoteRow = {
      id,
      year: yearOf(today),
      tenant: tenantOf(actor),
      regionCode: region,
      institutionCode: institution,
      number,
      issuedOn: today,
      expiresOn,
      amount,
      amountIfCleared,
      ruleVersion,
      ruleBookHash,
      statement,
      receiptHash,
      receipt: receipt.canonical,
      signedWith,
      signature,
      issuedBy: actor.person,
    };
    await insertQuote(manager, row);
    const record = {
      region,
      subjects: [{ type: 'Quote', id }],
      clauses: ['LN2023-36/4.1.12'],
      amounts: { quoted: amount, quotedIfCleared: amountIfCleared },
      details: { number, expiresOn, ruleVersion, ruleBookHash, receiptHash, statementHash: sha256(canonicalText(statement)), signedWith },
    };
    return { kind: 'done', done: row, record };
  },
};

/** Whose quote it is: the institution and the region that the question names, one of which the actor must reach. Throws FORBIDDEN, BAD_USER_INPUT. */
function ownersOf(reach: Reach, book: RuleBook, question: SubsidyEstimateInput) {
  const region = question.region === null ? null : regionOf(book, question.region, 'region').code;
  const institution = question.institution === null ? null : trainingInstitutionOf(book, question.institution, 'institution').code;
  const owners = { region, institution };
  if (institution !== null && reachesInstitution(reach, institution)) return owners;
  if (region !== null && reachesRegion(reach, region)) return owners;
  if (reach.institutions.length > 0) requireInstitution(reach, institution ?? missing('institution'), 'institution');
  requireRegion(reach, region ?? missing('region'), 'region');
  return owners;
}

function missing(field: 'institution' | 'region'): never {
  const [zh, en] =
    field === 'region' ? ['请填写您所辖的地区', 'name a region of yours'] : ['请填写您所属的培训机构', 'name your institution'];
  throw new Failure('BAD_USER_INPUT', bilingual(`${field}：报价须有归属。${zh}。`, `${field}: a quote is somebody's; ${en}.`), field);
}
