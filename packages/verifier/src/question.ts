/** What is asked of `/oauth/introspect` and what it answers: types of the service and of the verifier. */

/** A secret, and what to ask about it. */
export interface Question {
  readonly token: string;
  /** An id of the catalogue. */
  readonly permission?: string | undefined;
  /** A path below the organization: `project/target/service/users`; none for the organization itself. */
  readonly resource?: string | undefined;
  /** The id of the organization that is asked about; needed when the caller may ask in several. */
  readonly organization?: string | undefined;
}

/** An answer in RFC 7662's terms; moments in seconds since 1970. */
export type Introspected =
  | { readonly active: false }
  | {
      readonly active: true;
      /** The id of the credential. */
      readonly client_id: string;
      /** Who it acts as: a user, a project or the credential itself. */
      readonly sub: string;
      readonly token_type: 'Bearer';
      /** The permissions it has anywhere in the organization. */
      readonly scope: string;
      readonly iat: number;
      readonly exp?: number;
      readonly organization_id: string;
      /** Whether it may do what was asked; only there when something was. */
      readonly granted?: boolean;
    };
