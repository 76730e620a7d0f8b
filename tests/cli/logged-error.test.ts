import { QueryFailedError } from 'typeorm';
import { loggedError } from '../../src/cli/logged-error.js';

describe('an error in the log', () => {
  it('keeps neither the parameters of a statement nor the row that failed', () => {
    const driver = Object.assign(new Error('duplicate key value violates unique constraint "person_identity_hash_key"'), {
      code: '23505',
      constraint: 'person_identity_hash_key',
      detail: 'Key (name)=(欧阳丹) already exists.',
    });
    const problem = new QueryFailedError('INSERT INTO person VALUES ($1)', ['欧阳丹'], driver);
    const logged = loggedError(new Error('the act failed', { cause: problem }));
    expect(logged).toMatchObject({
      message: 'the act failed',
      cause: { name: 'QueryFailedError', code: '23505', constraint: 'person_identity_hash_key' },
    });
    expect(JSON.stringify(logged)).not.toMatch(/欧阳丹|INSERT/u);
  });

  it('says of something that is no error only what it is', () => expect(loggedError('欧阳丹')).toEqual({ message: 'string' }));
});
