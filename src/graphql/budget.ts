/**
 * Limits the processor time and the length of the answer of one request while it runs. `cost.ts` refuses expensive documents
 * before they run; this ends one whose cost was estimated too low.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  defaultFieldResolver,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  locatedError,
  OperationTypeNode,
  responsePathAsArray,
} from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.js';
import { LIMITS } from './limits.js';
import { ClientError } from '../errors.js';

/** After how many fields the processor time is read again. Reading it takes as long as a plain field, about 1 µs. */
const READ_EVERY = 16;
/** The characters that each value and each list item counts in addition to its text. */
const PER_VALUE = 8;

const CODE = 'REQUEST_TOO_EXPENSIVE';
const TOO_EXPENSIVE =
  'The request took too much work and was ended. Ask for smaller pages with "first", or send several requests.';

/** The request whose work runs now, and the processor time of the process, in ms, up to which work has been charged. */
let turn: { readonly budget: Budget; since: number } | undefined;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function endTurn(): void {
  turn?.budget.charge(cpuMs() - turn.since);
  turn = undefined;
}

/** The processor time and the characters of the answer that one request has used so far. */
export class Budget {
  #cpuMs = 0;
  #characters = 0;
  #calls = 0;
  #refusal: GraphQLError | undefined;

  /**
   * Charges the work from now on to this request, until another request calls this or Node runs its next callback. The
   * processor time is that of the whole process, so work outside of such a turn is charged to no request.
   * @param read Whether to read the processor time at this call, instead of at every {@link READ_EVERY}th call.
   */
  takeTurn(read: boolean): void {
    if (turn?.budget === this && !read && ++this.#calls % READ_EVERY !== 0) return;
    const now = cpuMs();
    // A tick runs after all pending promise callbacks.
    if (turn?.budget !== this) process.nextTick(endTurn);
    turn?.budget.charge(now - turn.since);
    turn = { budget: this, since: now };
  }

  /** Adds processor time in milliseconds. */
  charge(ms: number): void {
    this.#cpuMs += ms;
  }

  /** Counts the value of a field, then checks. An object counts by its fields; a list counts each of its items. */
  count(value: unknown, info: GraphQLResolveInfo): void {
    this.#characters += String(info.path.key).length + sizeOf(value);
    this.check(info);
  }

  /**
   * Throws when the request has used too much: the same error each time, with the place where it was first thrown.
   * Processor time ends only queries: a mutation that is ended might lose a secret that it has created.
   */
  check({ fieldNodes, path, operation }: GraphQLResolveInfo): void {
    const tooSlow = this.#cpuMs > LIMITS.cpuMs.most && operation.operation === OperationTypeNode.QUERY;
    if (!tooSlow && this.#characters <= LIMITS.answerCharacters.most) return;
    // graphql-js does not wrap an error that has a place, so that throwing it for many fields is cheap.
    const error = new ClientError(CODE, TOO_EXPENSIVE);
    throw (this.#refusal ??= locatedError(error, fieldNodes, responsePathAsArray(path)));
  }

  /** The processor time in milliseconds, the characters, and whether the request was ended. */
  get used(): { readonly cpuMs: number; readonly characters: number; readonly refused: boolean } {
    return { cpuMs: this.#cpuMs, characters: this.#characters, refused: this.#refusal !== undefined };
  }
}

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return PER_VALUE + value.length;
  if (!Array.isArray(value)) return PER_VALUE;
  let size = PER_VALUE;
  for (const item of value) size += sizeOf(item);
  return size;
};

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Makes every field of a schema count towards the budget of its request. When that is spent, no further field is resolved. */
export function withinBudget(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // All schemas of the process share the types of introspection.
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = budgeted(field.resolve as Resolve) as never;
  }
  return schema;
}

/** Resolves a field and counts its value. Throws when the budget is spent, before or after. */
function resolveWithin(resolve: Resolve, ...call: Parameters<Resolve>): unknown {
  const [, , { budget }, info] = call;
  budget.takeTurn(false);
  budget.check(info);
  const value = resolve(...call);
  if (value instanceof Promise)
    return value.then((found: unknown) => {
      budget.takeTurn(true);
      budget.count(found, info);
      return found;
    });
  budget.count(value, info);
  return value;
}

const budgeted =
  (resolve: Resolve = defaultFieldResolver): Resolve =>
  (...call) => {
    try {
      return resolveWithin(resolve, ...call);
    } catch (error) {
      // Not thrown: graphql-js would abandon a list at once, and rejections of its earlier items would be unhandled.
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- whatever was thrown
      return Promise.reject(error);
    }
  };

/** Reduces the answer of a request that was ended to one error of its kind, without data for a query; and logs it. */
export const ending = (logger: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { body }, contextValue: { budget, request }, operation }) {
        const { cpuMs, characters, refused } = budget.used;
        if (!refused || body.kind !== 'single') return Promise.resolve();
        const { requestId } = request;
        logger.warn({ requestId, cpuMs: Math.round(cpuMs), characters }, 'a request was ended: it took too much work');
        const { singleResult } = body;
        const [first, others] = [[], []] as [GraphQLFormattedError[], GraphQLFormattedError[]];
        for (const error of singleResult.errors ?? [])
          if (error.extensions?.code !== CODE) others.push(error);
          else if (first.length === 0) first.push(error);
        singleResult.errors = [...first, ...others];
        if (operation?.operation === OperationTypeNode.QUERY) singleResult.data = null;
        return Promise.resolve();
      },
    }),
});
