/** The bodies that `/oauth/…` accepts, and the messages about those that it does not. */
import { z } from 'zod';

/** The most tokens that one batch asks about. */
const MAX_QUESTIONS = 100;

const MAX_TOKEN_LENGTH = 10_000;
/** For a permission, of which the longest has a quarter of it, or an organization's id. A resource has the limit of paths. */
const MAX_NAME_LENGTH = 200;

/** One text. No message repeats a value. */
const text = (name: string) => z.string({ error: `"${name}" must be one text.` });
const token = text('token')
  .min(1, { error: '"token" must not be empty.' })
  .max(MAX_TOKEN_LENGTH, { error: `"token" must have at most ${MAX_TOKEN_LENGTH} characters.` });

const name = (field: string) =>
  text(field).max(MAX_NAME_LENGTH, { error: `"${field}" must have at most ${MAX_NAME_LENGTH} characters.` });

/** A question about one token. */
export const question = z.object(
  {
    token,
    permission: name('permission').optional(),
    resource: text('resource').optional(),
    organization: name('organization').optional(),
    client_ip: name('client_ip').optional(),
  },
  { error: 'Send a form, or a JSON object, with the "token" to ask about.' },
);

/** Several questions. Each is checked by itself, so that a bad one does not fail the others. */
export const questions = z.object(
  {
    tokens: z
      .array(z.unknown(), { error: `"tokens" must be a list of 1 to ${MAX_QUESTIONS} questions.` })
      .min(1, { error: '"tokens" is empty. Ask at least one question.' })
      .max(MAX_QUESTIONS, { error: `"tokens" has too many questions. Ask at most ${MAX_QUESTIONS} at once.` }),
  },
  { error: 'Send a JSON object with "tokens", a list of questions.' },
);

/** A token to end. */
export const revocation = z.object({ token }, { error: 'Send a form, or a JSON object, with the "token" to end.' });

/** What is wrong with a body, and what to send instead. */
export const describe = ({ issues }: z.ZodError): string => issues.map(({ message }) => message).join(' ');
