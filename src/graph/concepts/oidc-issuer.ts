/** An issuer as IAM names it in ARNs and keys: without `https://`, and without a slash at its end. */
export function bareIssuer(url: string): string {
  return url.replace(/^https:\/\//i, "").replace(/\/$/, "");
}

/** The issuer that the ARN of an identity provider names; a text that is no such ARN names itself. */
export function issuerOfProvider(arn: string): string {
  const mark = ":oidc-provider/";
  const at = arn.indexOf(mark);
  return bareIssuer(at < 0 ? arn : arn.slice(at + mark.length));
}

/** Whether an issuer, or an ARN that names it, is an EKS cluster's. */
export function isEksIssuer(name: string): boolean {
  return /oidc[.-]eks[.-]/.test(name);
}
