/** Where the bank's own authorities are: each file holds any number in PEM. */
export interface BankAuthorityPaths {
  /** `TLS_CLIENT_CA` */
  readonly certificates: string;
  /** `TLS_CLIENT_CRL` */
  readonly lists: string;
}
