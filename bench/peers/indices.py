"""Sobol' indices with pairs in numpy and in OpenTURNS, of the outcomes of a Saltelli design.

Arguments: a file of little-endian doubles (factors, base points, then [point, row] with the rows A, AB of every factor, BA
of every factor, B) and who is asked: loops, product or openturns. The bench sends a line; the answer is a line of JSON:
milliseconds of the processor and what came out. Each is done once before it counts.

loops and product have the estimator `balanced` of src/analysis/sensitivity/sobol-indices.ts, pair by pair and with one
matrix product for all pairs; openturns has its own of Jansen, and for pairs Saltelli's.
"""

import json
import sys
import time

import numpy as np


def load(name):
    values = np.fromfile(name, dtype="<f8")
    factors, points = int(values[0]), int(values[1])
    rows = values[2:].reshape(points, 2 * factors + 2).T
    return np.ascontiguousarray(rows), factors


def centred(rows):
    return rows - np.concatenate((rows[0], rows[-1])).mean()


def first_and_total(rows, factors):
    a, b = rows[0], rows[-1]
    shares = []
    for factor in range(factors):
        ab, ba = rows[1 + factor], rows[1 + factors + factor]
        chance = (a @ b + ab @ ba) / 2
        whole = (a @ a + b @ b + ab @ ab + ba @ ba) / 4 - chance
        own, rest = (a @ ba + b @ ab) / 2, (a @ ab + b @ ba) / 2
        shares.append(((own - chance) / whole, 1 - (rest - chance) / whole))
    return np.array(shares)


def loops(rows, factors):
    rows = centred(rows)
    a, b = rows[0], rows[-1]
    shares = first_and_total(rows, factors)
    pairs = []
    for one in range(factors):
        ab, ba = rows[1 + one], rows[1 + factors + one]
        for other in range(one + 1, factors):
            ab2, ba2 = rows[1 + other], rows[1 + factors + other]
            chance = (2 * (a @ b) + ab @ ba + ab2 @ ba2) / 4
            squares = (a @ a + b @ b + ab @ ab + ba2 @ ba2) / 4
            shared = (ba @ ab2 + ba2 @ ab) / 2
            pairs.append((shared - chance) / (squares - chance) - shares[one, 0] - shares[other, 0])
    return shares, pairs


def product(rows, factors):
    rows = centred(rows)
    a, b, ab, ba = rows[0], rows[-1], rows[1 : 1 + factors], rows[1 + factors : 1 + 2 * factors]
    shares = first_and_total(rows, factors)
    between = ba @ ab.T
    own = np.diagonal(between)
    chance = (2 * (a @ b) + own[:, None] + own[None, :]) / 4
    squares = (a @ a + b @ b + (ab * ab).sum(axis=1)[:, None] + (ba * ba).sum(axis=1)[None, :]) / 4
    shared = (between + between.T) / 2
    closed = (shared - chance) / (squares - chance)
    pairs = closed - shares[:, None, 0] - shares[None, :, 0]
    return shares, pairs[np.triu_indices(factors, 1)]


def of_openturns(rows, factors):
    import openturns

    # its samples come matrix by matrix: A, B, AB of every factor, BA of every factor; inputs are only counted
    order = [0, 2 * factors + 1, *range(1, 2 * factors + 1)]
    outcome = openturns.Sample(rows[order].reshape(-1, 1))
    inputs = openturns.Sample(outcome.getSize(), factors)
    points = rows.shape[1]

    def indices(_rows, _factors):
        found = openturns.JansenSensitivityAlgorithm(inputs, outcome, points)
        first, total = found.getFirstOrderIndices(), found.getTotalOrderIndices()
        pairs = np.array(found.getSecondOrderIndices())[np.triu_indices(factors, 1)]
        return np.column_stack((first, total)), pairs

    return indices


def main():
    rows, factors = load(sys.argv[1])
    ways = {"loops": lambda: loops, "product": lambda: product}
    way = ways.get(sys.argv[2], lambda: of_openturns(rows, factors))()
    way(rows, factors)
    for _line in sys.stdin:
        before = time.process_time()
        shares, pairs = way(rows, factors)
        taken = time.process_time() - before
        found = {"first": list(shares[:, 0]), "total": list(shares[:, 1]), "pairs": list(pairs)}
        print(json.dumps({"ms": 1000 * taken, **found}), flush=True)


main()
