/** The types of questions to `/oauth/introspect` and of their answers, for the service and the verifier. */

/** A question about a secret. */
export interface Question {
  readonly token: string;
  /** The id of a permission. */
  readonly permission?: string | undefined;
  /** A path below the organization, such as `project/target/service/users`; undefined for the organization itself. */
  readonly resource?: string | undefined;
  /** The id of the organization to ask about; required when the caller may ask in several. */
  readonly organization?: string | undefined;
  /** The address that the secret is used from. Without it, a secret that has an IP allowlist is not active. */
  readonly client_ip?: string | undefined;
}

/** An answer as RFC 7662 defines it; times are in seconds since 1970. */
export type Introspected =
  | {
      readonly active: false;
      /** There for a secret whose IP allowlist does not allow `client_ip`, or that came without one. */
      readonly reason?: 'client_ip_missing' | 'client_ip_not_allowed';
    }
  | {
      readonly active: true;
      /** The id of the credential. */
      readonly client_id: string;
      /** The id of the actor: a user, a project or the credential itself. */
      readonly sub: string;
      readonly token_type: 'Bearer';
      /** The permissions that it holds anywhere in the organization, with spaces between them. */
      readonly scope: string;
      readonly iat: number;
      readonly exp?: number;
      readonly organization_id: string;
      /** Whether it holds the permission at the resource; absent when the question has no permission. */
      readonly granted?: boolean;
    };
