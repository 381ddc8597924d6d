resource "aws_vpc" "shop" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true

  tags = { Name = "shop" }
}

locals {
  zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

resource "aws_subnet" "private" {
  for_each = { for index, zone in local.zones : zone => index }

  vpc_id            = aws_vpc.shop.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.shop.cidr_block, 4, each.value)

  tags = {
    Name                              = "shop-private-${each.key}"
    "kubernetes.io/role/internal-elb" = "1"
  }
}

# Larger subnets for jobs that start many pods at once.
resource "aws_subnet" "batch" {
  count = 2

  vpc_id            = aws_vpc.shop.id
  availability_zone = "eu-west-1a"
  cidr_block        = cidrsubnet(aws_vpc.shop.cidr_block, 2, count.index + 2)

  tags = { Name = "shop-batch-${count.index}" }
}
