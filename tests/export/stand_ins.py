"""Stand-ins of jax, jax.numpy, keras and keras.ops on top of PyTorch, for machines that have neither.

They show that the programs are Python, that each name is one of those listed here, and that values and gradients are
right where the real libraries compute what these do. They do not show that the real ones have each name.
"""

import math
import sys
import types

import torch


def tensor(value):
    return value if isinstance(value, torch.Tensor) else torch.tensor(float(value))


def unary(function):
    return lambda x: function(tensor(x))


def binary(function):
    return lambda x, y: function(*torch.broadcast_tensors(tensor(x), tensor(y)))


def where(condition, x, y):
    return torch.where(torch.as_tensor(condition), tensor(x), tensor(y))


def logaddexp(x, y):
    """PyTorch's own loses what is below 1e-16."""
    x, y = torch.broadcast_tensors(tensor(x), tensor(y))
    return torch.maximum(x, y) + torch.log1p(torch.exp(-torch.abs(x - y)))


def logical(function):
    return lambda *conditions: function(*(torch.as_tensor(one) for one in conditions))


shared = {
    name: unary(getattr(torch, name))
    for name in "abs ceil cos cosh exp expm1 floor log log10 log1p log2 sign sin sinh sqrt tan tanh erf relu sigmoid".split()
}
shared |= {
    name: unary(getattr(torch, name)) for name in "arcsin arccos arctan arcsinh arccosh arctanh".split()
}
shared |= {
    "where": where,
    "minimum": binary(torch.minimum),
    "maximum": binary(torch.maximum),
    "logaddexp": logaddexp,
    "logical_and": logical(torch.logical_and),
    "logical_or": logical(torch.logical_or),
    "logical_not": logical(torch.logical_not),
}


def cbrt(x):
    return torch.sign(x) * torch.abs(x) ** (1 / 3)


class Layer:
    def __init__(self, **kwargs):
        pass

    def add_weight(self, shape, initializer, name):
        assert shape == ()
        return torch.nn.Parameter(tensor(initializer))

    def get_config(self):
        return {}


def module(name, **members):
    made = types.ModuleType(name)
    made.__dict__.update(members)
    sys.modules[name] = made
    return made


def install():
    only_ours = {name: shared[name] for name in shared if name not in ("erf", "relu", "sigmoid")}
    numpy = module(
        "jax.numpy",
        **only_ours,
        asarray=tensor,
        cbrt=unary(cbrt),
        exp2=unary(torch.exp2),
        full_like=lambda x, value: value * torch.ones_like(x),
        ones_like=torch.ones_like,
        sum=torch.sum,
    )
    nn = module(
        "jax.nn",
        relu=torch.relu,
        sigmoid=torch.sigmoid,
        softplus=lambda x: logaddexp(x, 0.0),
        log_sigmoid=lambda x: -logaddexp(-x, 0.0),
    )
    special = module("jax.scipy.special", erf=torch.erf, erfc=torch.erfc)
    scipy = module("jax.scipy", special=special)
    module("jax", numpy=numpy, nn=nn, scipy=scipy)

    ops = module(
        "keras.ops",
        **shared,
        cast=lambda x, dtype: x.to(dtype),
        convert_to_tensor=lambda x, dtype=None: tensor(x),
        ones_like=torch.ones_like,
    )
    saving = types.SimpleNamespace(register_keras_serializable=lambda: lambda thing: thing)
    initializers = types.SimpleNamespace(Constant=float)
    layers = types.SimpleNamespace(Layer=Layer)
    module("keras", ops=ops, saving=saving, initializers=initializers, layers=layers)
