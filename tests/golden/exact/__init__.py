"""What generate.py and softmax_family.py are made of: definitions in mpmath, rounding that is certain, points."""
