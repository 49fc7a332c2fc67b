/**
 * The limits on one request to /graphql. The limits of JSON apply to every JSON body. Refusals say what to do and give no
 * number; docs/limits.md lists the numbers for the operator.
 */

/** Every limit, with what it counts and the reason for its value. All documented requests stay well below each. */
export const LIMITS = {
  bodyBytes: {
    most: 1024 * 1024,
    why: 'Bytes of a body. The variables of a credential for 1,000 resources take a tenth.',
  },
  jsonDepth: {
    most: 30,
    why: 'Levels of lists and objects in a JSON body. The variables of a credential have 12.',
  },
  jsonValues: {
    most: 50_000,
    why: 'Values in a JSON body. The variables of a credential for 1,000 resources have less than a quarter.',
  },
  documentCharacters: {
    most: 65_536,
    why: 'Characters of a document. Comments and long strings are few tokens, or none, and take memory all the same.',
  },
  tokens: {
    most: 1000,
    why: 'Lexical tokens of a document. Bounds what parsing and validation do before the limits below are measured.',
  },
  depth: {
    most: 25,
    why: 'Levels of fields. A long way through the schema that does not turn back has 10, introspection by tools 15.',
  },
  aliases: {
    most: 30,
    why: 'Aliases. They alone multiply one field, as in 1,000 guesses in one request.',
  },
  directives: {
    most: 50,
    why: 'Directives on selections. Each is evaluated, and tools use a few.',
  },
  objectFields: {
    most: 100,
    why: 'Fields of one object in the variables. No input type has half of it, and each wrong field costs a print of the whole.',
  },
  textCharacters: {
    most: 4096,
    why: 'Characters (UTF-16 units) of one text or number, in the variables or the document. A cursor or a name has less than a tenth.',
  },
  sdlCharacters: {
    most: 262_144,
    why: 'Characters of an SDL: `newBase` of `updateBaseSchema`, `sdl` of `mergedSchema`. Large services have a third.',
  },
  cost: {
    most: 100_000,
    why: 'Fields of the answer, as far as a document lets one tell. Full pages within full pages pass; a third level does not.',
  },
  cpuMs: {
    most: 1000,
    why: 'Milliseconds of processor time while a query runs. The most expensive documents within the other limits take a sixth.',
  },
  answerCharacters: {
    most: 16_777_216,
    why: 'Characters of an answer, approximately. The longest answer within the other limits has less than two thirds.',
  },
  errors: {
    most: 10,
    why: 'Errors found in a document, or in its variables. One more says that the search ended there.',
  },
} as const;
