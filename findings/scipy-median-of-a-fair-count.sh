#!/usr/bin/env bash
# Package: scipy 1.17.1 (scipy.stats), numpy 2.4.6, Python 3.
# Guess: of an odd number n of fair trials at most (n - 1) / 2 come true with a chance of exactly one half, so that
#   binom.ppf(0.5, n, 0.5) is (n - 1) / 2, as the definition of a quantile has it: 17 of 35.
# Found: for 479 of the 1,001 odd n up to 2,001 it is one more, 18 of 35: the sum that the function computes stops at
#   0.4999999999999999, and is compared with 0.5 as it is. Even n, and other chances than the half, have the right median.
# Matters: a median of a count (schools opened on time, votes, boys among births taken as fair) is off by one, now and then.
# Instead: ask for the quantile of a probability a few units in the last place smaller, or of the exact counts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv own
own/bin/pip install -qqq --disable-pip-version-check numpy==2.4.6 scipy==1.17.1
cat > run.py <<'PY'
from math import comb
from scipy.stats import binom

# whole numbers, without rounding: the least k for which k or fewer come true half of the time
def exact(n):
    below, k = 0, -1
    while 2 * below < 2 ** n:
        k += 1
        below += comb(n, k)
    return k

odd = range(1, 2002, 2)
assert all(exact(n) == (n - 1) // 2 for n in range(1, 202, 2))
off = [n for n in odd if binom.ppf(0.5, n, 0.5) != (n - 1) // 2]
print(len(off), 'of', len(odd), 'odd n; the first:', off[:4])
print('n = 35: exact', exact(35), 'found', binom.ppf(0.5, 35, 0.5), 'distribution function at 17:', binom.cdf(17, 35, 0.5))
assert len(off) == 479 and off[:4] == [35, 39, 69, 71]
assert binom.ppf(0.5, 35, 0.5) == 18 and exact(35) == 17
assert all(binom.ppf(0.5, n, 0.5) == exact(n) for n in range(2, 202, 2))
PY
own/bin/python run.py
