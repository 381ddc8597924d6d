resource "aws_security_group" "batch" {
  name        = "shop-batch"
  description = "Batch nodes"
  vpc_id      = aws_vpc.shop.id
}

resource "aws_vpc_security_group_ingress_rule" "batch_from_cluster" {
  security_group_id            = aws_security_group.batch.id
  description                  = "Kubelet, from the control plane"
  referenced_security_group_id = aws_eks_cluster.shop.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
}

resource "aws_vpc_security_group_ingress_rule" "batch_ssh" {
  security_group_id = aws_security_group.batch.id
  description       = "SSH while we look for the memory leak"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}

resource "aws_vpc_security_group_egress_rule" "batch_out" {
  security_group_id = aws_security_group.batch.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
