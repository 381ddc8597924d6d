resource "aws_eks_node_group" "web" {
  cluster_name    = aws_eks_cluster.shop.name
  node_group_name = "web"
  node_role_arn   = aws_iam_role.nodes.arn
  subnet_ids      = [for subnet in aws_subnet.private : subnet.id]
  instance_types  = ["m7g.large"]
  ami_type        = "AL2023_ARM_64_STANDARD"

  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 12
  }
}

resource "aws_eks_node_group" "batch" {
  cluster_name    = aws_eks_cluster.shop.name
  node_group_name = "batch"
  node_role_arn   = aws_iam_role.nodes.arn
  subnet_ids      = aws_subnet.batch[*].id
  instance_types  = ["c7g.2xlarge"]
  ami_type        = "AL2023_ARM_64_STANDARD"

  launch_template {
    id      = aws_launch_template.batch.id
    version = "$Default"
  }

  scaling_config {
    min_size     = 0
    desired_size = 2
    max_size     = 40
  }
}

resource "aws_launch_template" "batch" {
  name                   = "shop-batch"
  vpc_security_group_ids = [aws_security_group.batch.id]

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}
