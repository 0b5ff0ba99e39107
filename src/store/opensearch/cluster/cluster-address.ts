/** Where the cluster is, and who asks. */
export interface ClusterAddress {
  /** Addresses of one or more of its nodes. */
  readonly urls: readonly string[];
  readonly user: string | null;
  readonly password: string | null;
  /** A certificate in PEM that vouches for the nodes, where no public authority does. */
  readonly certificate: string | null;
}
