variable "cluster" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_eks_node_group" "this" {
  cluster_name    = var.cluster
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = var.subnet_ids

  scaling_config {
    desired_size = 3
    max_size     = 600
    min_size     = 3
  }
}
