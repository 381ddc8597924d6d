/** An issuer as IAM names it in ARNs and keys: without `https://`, and without a slash at its end. */
export function bareIssuer(url: string): string {
  return url.replace(/^https:\/\//i, "").replace(/\/$/, "");
}

/** The issuer that the ARN of an identity provider names, or that is named by itself; `undefined` of other ARNs. */
export function issuerOfProvider(name: string): string | undefined {
  const mark = ":oidc-provider/";
  const at = name.indexOf(mark);
  if (at >= 0) return bareIssuer(name.slice(at + mark.length));
  return name.startsWith("arn:") ? undefined : bareIssuer(name);
}

/** Whether an issuer, or an ARN that names it, is an EKS cluster's. */
export function isEksIssuer(name: string): boolean {
  return /oidc[.-]eks[.-]/.test(name);
}
