import type { Format } from "../base/place.ts";

const formatNames: Readonly<Record<Format, string>> = {
  terraform: "Terraform",
  cloudformation: "CloudFormation",
  kubernetes: "manifests",
  eksctl: "eksctl",
  inventory: "inventory",
};

/** Formats as people call them. */
export function formatsText(formats: readonly Format[]): string {
  return formats.map((format) => formatNames[format]).join(", ");
}
