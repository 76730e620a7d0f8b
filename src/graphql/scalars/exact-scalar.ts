import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { shown } from '../../policy/input.js';

interface ExactScalarParts {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL: string;
  readonly accepts: (text: string) => boolean;
  readonly expectedZh: string;
  readonly expectedEn: string;
}

/** A scalar that is a text of one exact form, in and out; numbers, blanks, exponents and full-width digits are refused in words. */
export function exactScalar({
  name,
  description,
  specifiedByURL,
  accepts,
  expectedZh,
  expectedEn,
}: ExactScalarParts): GraphQLScalarType<string, string> {
  const checked = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new Failure(
      'BAD_USER_INPUT',
      bilingual(`${name} 应为${expectedZh}，收到的是 ${shown(value)}。`, `${name} must be ${expectedEn}; found ${shown(value)}.`),
    );
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value as string,
    parseValue: checked,
    parseLiteral: (node: ValueNode) =>
      checked(node.kind === Kind.STRING ? node.value : 'value' in node ? { [node.kind]: node.value } : node.kind),
  });
}
