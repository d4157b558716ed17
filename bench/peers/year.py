"""The year step in numpy: src/model/year.ts over many draws at once.

Arrays are [status, sex and age, city, draw] with draws last, so that every operation runs along memory. Where the model
adds up one after another (births over ages, arrivals over cities of origin, flows over cohorts), so does numpy here:
its sum over any axis but the last goes row by row. Then all bits agree, and the checksum says so.

The bench sends a line with a number of passes; the answer is a line: nanoseconds of the processor in the year steps
and in laying out the rates, and the checksum. See bench/work/layout.ts for the work file.
"""

import sys
import time

import numpy as np

RURAL, RECLASSIFIED, REGISTERED, MIGRANT = range(4)
FLOWS = (
    "births deaths moved_in moved_out from_outside to_outside net_migration urban_births urban_deaths urban_in "
    "urban_out reclassified converted to_town to_village shortfall away_births away_deaths"
).split()
SCHEDULES = "rural_exit return_home city_to_city return_from_outside arrivals conversion".split()
ROWS = (
    "fertility_level in_villages in_towns girls exit local outside roam home home_here home_outside back"
).split()
MORE_ROWS = (
    "arrivals convert_migrant convert_reclassified convert_rural reclassify babies_here "
    "mortality_level"
).split()
# Draws at once: enough to pay for numpy's calls, few enough to stay in the processor's cache.
DRAWS_AT_ONCE = 16


class Work:
    """A work file, in named arrays."""

    def __init__(self, name):
        self.values = np.fromfile(name, dtype="<f8")
        _, self.cities, self.ages, self.years, self.draws, _, _, _ = (
            int(value) for value in self.values[:8]
        )
        self.step = self.values[5]
        self.shapes = 2 * self.ages
        self.at = 8
        self.people = self.take(4, self.shapes, self.cities)
        self.away = self.take(self.shapes, self.cities)
        self.homes = self.take(self.cities, self.cities)
        self.schedules = [self.schedules_of_year() for _ in range(self.years)]
        rates = self.values[self.at :].reshape(self.draws, self.years, -1)
        self.rates = np.ascontiguousarray(rates)

    def take(self, *shape):
        size = int(np.prod(shape))
        self.at += size
        return self.values[self.at - size : self.at].reshape(shape)

    def schedules_of_year(self):
        named = {name: self.take(self.shapes, 1, 1) for name in SCHEDULES}
        named["fertility"] = self.take(self.ages, self.cities, 1)
        named["mortality"] = self.take(2, self.ages, self.cities, 1)
        return named

    def rates_of(self, first, end, year):
        """Rates of some draws in a year, by name, draws last."""
        values = np.ascontiguousarray(self.rates[first:end, year].T)
        at = 0

        def take(*shape):
            nonlocal at
            size = int(np.prod(shape))
            at += size
            return values[at - size : at].reshape(*shape, -1)

        rates = {name: take(self.cities) for name in ROWS}
        rates["back_to"] = take(4, self.cities)
        rates |= {name: take(self.cities) for name in MORE_ROWS}
        rates["towards"] = take(self.cities, self.cities)
        return rates


class Draws:
    """Some draws, lived side by side."""

    def __init__(self, work, count):
        def start(opening):
            return np.repeat(opening[..., np.newaxis], count, axis=-1)

        self.work = work
        self.people = start(work.people)
        self.away = start(work.away)
        self.flows = {}
        self.totals = None

    def live_year(self, schedules, rates):
        cities, draws = self.people.shape[2:]
        self.flows = {name: np.zeros((cities, draws)) for name in FLOWS}
        born = self.births_per_woman(schedules, rates)
        shares = self.shares_of_movers(schedules, rates)
        births = np.zeros((5, cities, draws))
        survival = [self.survival_of(schedules, rates, sex) for sex in range(2)]

        self.move_half(schedules, rates, shares)
        self.count_mothers(born, births)
        self.survive(survival)
        for sex in range(2):
            self.change_status(schedules, rates, sex)
        self.count_mothers(born, births)
        self.add_infants(schedules, rates, births, [of_sex[0] for of_sex in survival])
        self.move_half(schedules, rates, shares)
        self.reclassify(rates)
        self.count_totals()

    def births_per_woman(self, schedules, rates):
        """Of villagers and of townspeople, by age; ages at which nobody bears are passed over."""
        bearing = np.flatnonzero(schedules["fertility"].any(axis=(1, 2)))
        ages = slice(bearing[0], bearing[-1] + 1) if len(bearing) else slice(0, 0)
        level = schedules["fertility"][ages] * rates["fertility_level"]
        villages = level * rates["in_villages"] * self.work.step
        towns = level * rates["in_towns"] * self.work.step
        return ages, villages, towns

    def survival_of(self, schedules, rates, sex):
        """A life table of every city and draw, from birth on: src/math/life-table.ts."""
        mx = schedules["mortality"][sex] * rates["mortality_level"]
        width, last = self.work.step, len(mx) - 1
        a = np.full_like(mx, width / 2)
        if width == 1:
            a[0] = first_year_lived(mx[0], male=sex == 0)
        q = np.minimum(width * mx / (1 + (width - a) * mx), 1)
        lived = np.empty_like(mx)
        alive = np.ones_like(mx[0])
        for age in range(last):
            deaths = alive * q[age]
            lived[age] = width * (alive - deaths) + a[age] * deaths
            alive -= deaths
        survival = np.zeros_like(mx)
        with np.errstate(divide="ignore", invalid="ignore"):
            survival[0] = lived[0] / width
            survival[1:last] = np.where(lived[: last - 1] > 0, lived[1:last] / lived[: last - 1], 0)
            open = alive / mx[last]
            survival[last] = np.where(np.isfinite(open), open / (open + lived[last - 1]), 1)
        return survival

    def shares_of_movers(self, schedules, rates):
        """Shares and hazards of both half steps, worked out once."""

        def share(hazard):
            return hazard / (1 + hazard / 2)

        exit = schedules["rural_exit"] / 2 * rates["exit"] * (1 - rates["local"])
        roam = schedules["city_to_city"] / 2 * rates["roam"]
        home = schedules["return_home"] / 2 * rates["home"] * (1 - rates["home_here"])
        back = schedules["return_from_outside"] / 2 * rates["back"]
        strangers = schedules["arrivals"] / 2 * rates["arrivals"]
        return share(exit), share(roam), roam, home, 1 + (roam + home) / 2, share(back), strangers

    def move_half(self, schedules, rates, shares):
        rural_share, roam_share, roam, home, divisor, back_share, strangers = shares
        people, away, flows = self.people, self.away, self.flows
        rural_out = people[RURAL] * rural_share
        reclassified_out = people[RECLASSIFIED] * roam_share
        registered_out = people[REGISTERED] * roam_share
        per_hazard = people[MIGRANT] / divisor
        migrant_roam = per_hazard * roam
        migrant_home = per_hazard * home
        backs = away * back_share

        native = rural_out + reclassified_out
        native += registered_out
        abroad = native * rates["outside"]
        migrant_abroad = migrant_roam * rates["outside"]
        homeless = migrant_home * rates["home_outside"]
        back_to = rates["back_to"]
        people[RURAL] += backs * back_to[RURAL] - rural_out
        people[RECLASSIFIED] += backs * back_to[RECLASSIFIED] - reclassified_out
        people[REGISTERED] += backs * back_to[REGISTERED] - registered_out
        people[MIGRANT] += backs * back_to[MIGRANT] - migrant_roam - migrant_home
        away += abroad + migrant_abroad * rates["home_here"] - backs
        to_cities = native - abroad
        to_cities += migrant_roam
        to_cities -= migrant_abroad
        to_homes = migrant_home - homeless
        movers = settle(to_cities, rates["towards"])
        returning = settle(to_homes, self.work.homes[..., np.newaxis])
        settling = movers + strangers
        people[MIGRANT] += settling
        people[RURAL] += returning

        add_up(flows["moved_out"], to_cities + to_homes)
        add_up(flows["to_outside"], abroad + migrant_abroad + homeless)
        add_up(flows["urban_out"], reclassified_out + registered_out + migrant_roam + migrant_home)
        add_up(flows["moved_in"], movers + returning)
        add_up(flows["from_outside"], in_turn(backs, np.broadcast_to(strangers, backs.shape)))
        add_up(flows["urban_in"], in_turn(backs * (1 - back_to[RURAL]), settling))

    def count_mothers(self, born, births):
        """Add half of the births of the women who are there now; the last row is those of women away."""
        ages, villages, towns = born
        women = slice(self.work.ages + ages.start, self.work.ages + ages.stop)
        for status in range(4):
            rates = villages if status == RURAL else towns
            add_up(births[status], rates * self.people[status, women] / 2)
        add_up(births[4], towns * self.away[women] / 2)

    def survive(self, survival):
        flows, ages = self.flows, self.work.ages
        for status in range(4):
            for sex in range(2):
                own = slice(sex * ages, (sex + 1) * ages)
                add_up(flows["deaths"], age_cohorts(self.people[status, own], survival[sex]))
            if status == RURAL:
                flows["urban_deaths"] = flows["deaths"].copy()
        flows["urban_deaths"] = flows["deaths"] - flows["urban_deaths"]
        for sex in range(2):
            own = slice(sex * ages, (sex + 1) * ages)
            add_up(flows["away_deaths"], age_cohorts(self.away[own], survival[sex]))

    def change_status(self, schedules, rates, sex):
        ages = self.work.ages
        late = slice(sex * ages + 1, (sex + 1) * ages)
        early = slice(sex * ages, (sex + 1) * ages - 1)
        means = [
            (schedules[name][early] + schedules[name][late]) / 2
            for name in ("rural_exit", "return_home", "conversion")
        ]
        self.change_cohorts(means, rates, 1, self.people[:, late])

    def change_cohorts(self, means, rates, weight, people):
        exit, home, convert = means
        a = exit * rates["exit"] * rates["local"]
        c = convert * rates["convert_rural"]
        d = home * rates["home"] * rates["home_here"]
        k = convert * rates["convert_migrant"]
        e = convert * rates["convert_reclassified"]
        r, m, l = people[RURAL], people[MIGRANT], people[RECLASSIFIED]
        half_a, half_d, half_e = a / 2, d / 2, e / 2
        stay_r, stay_m = (a + c) / 2, (d + k) / 2
        y_r = r - stay_r * r + half_d * m
        y_m = m - stay_m * m + half_a * r
        stay_r += 1
        stay_m += 1
        determinant = stay_r * stay_m - half_a * half_d
        mean_r = (r + (stay_m * y_r + half_d * y_m) / determinant) / 2
        mean_m = (m + (stay_r * y_m + half_a * y_r) / determinant) / 2
        mean_l = (l + l * (1 - half_e) / (1 + half_e)) / 2
        town = weight * a * mean_r
        direct = weight * c * mean_r
        village = weight * d * mean_m
        migrant_converted = weight * k * mean_m
        reclassified_converted = weight * e * mean_l
        people[RURAL] = r - town - direct + village
        people[MIGRANT] = m + town - village - migrant_converted
        people[RECLASSIFIED] = l - reclassified_converted
        people[REGISTERED] += direct + migrant_converted + reclassified_converted
        leaving = town + direct
        converted = migrant_converted + reclassified_converted
        for name, moved in (
            ("to_town", leaving),
            ("to_village", village),
            ("converted", converted),
            ("urban_in", leaving),
            ("urban_out", village),
        ):
            add_up(self.flows[name], moved)

    def add_infants(self, schedules, rates, births, infants):
        flows, ages = self.flows, self.work.ages
        here = births[MIGRANT] * rates["babies_here"]
        births[MIGRANT] -= here
        births[REGISTERED] += here
        for sex in range(2):
            share = rates["girls"] if sex == 1 else 1 - rates["girls"]
            born = births * share
            lived = born * infants[sex]
            died = born - lived
            add_up(flows["births"], born[:4])
            add_up(flows["deaths"], died[:4])
            add_up(flows["urban_births"], born[1:4])
            add_up(flows["urban_deaths"], died[1:4])
            first = slice(sex * ages, sex * ages + 1)
            means = [
                (schedules[name][first] + schedules[name][first]) / 2
                for name in ("rural_exit", "return_home", "conversion")
            ]
            babies = lived[:4, np.newaxis].copy()
            self.change_cohorts(means, rates, 0.5, babies)
            self.people[:, first] = babies
            self.away[sex * ages] = lived[4]
            flows["away_births"] += born[4]
            flows["away_deaths"] += died[4]

    def reclassify(self, rates):
        persons = self.people[RURAL] * rates["reclassify"]
        self.people[RURAL] -= persons
        self.people[RECLASSIFIED] += persons
        add_up(self.flows["reclassified"], persons)

    def count_totals(self):
        residents = self.people[RURAL].sum(axis=0)
        urban = np.zeros_like(residents)
        for status in (RECLASSIFIED, REGISTERED, MIGRANT):
            add_up(residents, self.people[status])
            add_up(urban, self.people[status])
        self.totals = np.stack([residents, urban])

    def checksum(self):
        flows = np.stack([self.flows[name] for name in FLOWS])
        arrays = (self.people, self.away, flows, self.totals)
        return sum(int(np.ascontiguousarray(a).view(np.uint64).sum(dtype=np.uint64)) for a in arrays)


def first_year_lived(m0, male):
    """Mean years lived in the first year by those who die in it (Andreev and Kingkade 2015)."""
    if male:
        older = np.where(m0 < 0.08307, 0.02832 + 3.26021 * m0, 0.29915)
        return np.where(m0 < 0.023, 0.14929 - 1.99545 * m0, older)
    older = np.where(m0 < 0.06891, 0.04667 + 3.88089 * m0, 0.31411)
    return np.where(m0 < 0.01724, 0.14903 - 2.05527 * m0, older)


def add_up(total, rows):
    """Add rows to a total, one after another: numpy goes row by row where it does not sum along the last axis."""
    np.add.reduce(np.concatenate((total[np.newaxis], rows)), axis=0, out=total)


def in_turn(one, other):
    """Rows of both, taking turns."""
    return np.stack((one, other), axis=1).reshape(-1, *one.shape[1:])


def settle(leavers, towards):
    """Arrivals [cohort, city of arrival, draw]: city of origin after city of origin."""
    arriving = np.zeros_like(leavers)
    part = np.empty_like(leavers)
    for origin in range(leavers.shape[1]):
        np.multiply(leavers[:, origin, np.newaxis], towards[origin], out=part)
        arriving += part
    return arriving


def age_cohorts(people, survival):
    """Ages of one status and sex: remove the dead, move the living up; the dead from the oldest down."""
    before = people[:-1].copy()
    before[-1] += people[-1]
    people[1:] = before * survival[1:]
    people[0] = 0
    return (before - people[1:])[::-1]


def live_all(work, alive=True, summing=False):
    """Live the whole work once; not alive, only lay out the rates."""
    checksum = 0
    for first in range(0, work.draws, DRAWS_AT_ONCE):
        end = min(first + DRAWS_AT_ONCE, work.draws)
        draws = Draws(work, end - first)
        for year in range(work.years):
            rates = work.rates_of(first, end, year)
            if alive:
                draws.live_year(work.schedules[year], rates)
        if summing:
            checksum += draws.checksum()
    return checksum % 2**64


def time_of(passes, **how):
    """Nanoseconds of the processor, whatever others do on the machine."""
    start = time.process_time_ns()
    for _ in range(passes):
        live_all(**how)
    return time.process_time_ns() - start


def main():
    work = Work(sys.argv[1])
    checksum = None
    for line in sys.stdin:
        if checksum is None:
            checksum = live_all(work, summing=True)
        both = time_of(int(line), work=work)
        laying = time_of(int(line), work=work, alive=False)
        print(both - laying, laying, checksum, flush=True)


main()
