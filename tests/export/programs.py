"""Runs the exported Python programs of one language: programs.py cases.json language results.json."""

import json
import math
import sys
import warnings

import numpy as np


def written(numbers):
    """NaN and infinities are no JSON."""
    return [
        one if math.isfinite(one) else "nan" if math.isnan(one) else "inf" if one > 0 else "-inf"
        for one in map(float, numbers)
    ]


def loaded(program):
    """The names that a program defines."""
    names = {"__name__": "exported"}
    exec(compile(program, "exported.py", "exec"), names)
    return names


def defined(program):
    """The function or class that a program defines, and its gradient where there is one."""
    names = loaded(program)
    made = {name: one for name, one in names.items() if getattr(one, "__module__", "") == "exported"}
    (own,) = (one for name, one in made.items() if not name.endswith("_gradient"))
    return own, next((one for name, one in made.items() if name.endswith("_gradient")), None)


def run_numpy(program, x):
    own, own_gradient = defined(program)
    with np.errstate(all="ignore"):
        value, gradient = own(x), own_gradient(x)
        own(np.zeros((2, 3)))
    assert value.shape == x.shape and gradient.shape == x.shape, "the shape of the result is not that of x"
    assert value.dtype == np.float64, f"the result is {value.dtype}"
    return {"value": written(value), "gradient": written(gradient)}


def run_torch(program, x):
    import torch

    torch.set_default_dtype(torch.float64)
    module = defined(program)[0]()
    points = torch.tensor(x, requires_grad=True)
    check_parameters(module, points.detach())
    return differentiated(module(points), points)


def check_parameters(module, points):
    """Gradients of trained parameters that begin above 0 are finite: where they are not, training ends in NaN."""
    import torch

    parameters = dict(module.named_parameters())
    if any(one <= 0 for one in parameters.values()):
        return
    value = module(points[points.abs() <= 40]) if parameters else points
    if not value.requires_grad:
        return
    gradients = torch.autograd.grad(value.sum(), list(parameters.values()), allow_unused=True)
    for name, gradient in zip(parameters, gradients):
        assert gradient is None or torch.isfinite(gradient), f"the gradient of {name} is {gradient}"


def differentiated(value, points):
    import torch

    assert value.shape == points.shape, "the shape of the result is not that of x"
    assert value.dtype == points.dtype, f"the result is {value.dtype}"
    # What rests on no x has no path for a gradient; it is 0.
    value = value + torch.zeros_like(points) * 0
    if value.requires_grad:
        (gradient,) = torch.autograd.grad(value.sum(), points, allow_unused=True)
    else:
        gradient = None
    gradient = torch.zeros_like(points) if gradient is None else gradient
    return {"value": written(value.detach()), "gradient": written(gradient)}


def run_jax(program, x):
    import stand_ins
    import torch

    torch.set_default_dtype(torch.float64)
    stand_ins.install()
    points = torch.tensor(x, requires_grad=True)
    return differentiated(defined(program)[0](points), points)


def run_keras(program, x):
    import stand_ins
    import torch

    torch.set_default_dtype(torch.float64)
    stand_ins.install()
    own = defined(program)[0]
    call = own().call if isinstance(own, type) else own
    points = torch.tensor(x, requires_grad=True)
    return differentiated(call(points), points)


def main(cases_path, language, results_path):
    with open(cases_path) as file:
        cases = json.load(file)
    x = np.array(cases["x"])
    run = {"numpy": run_numpy, "pytorch": run_torch, "jax": run_jax, "keras": run_keras}[language.split(",")[0]]
    results = []
    for one in cases["formulas"]:
        try:
            results.append(run(one["programs"][language], x))
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    with open(results_path, "w") as file:
        json.dump(results, file)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(*sys.argv[1:])
