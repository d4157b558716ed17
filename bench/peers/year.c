/*
 * The year step in plain C: src/model/year.ts written down again, one draw at a time, rows over cities.
 *
 * Every sum is added up in the order of the model, so that checksums agree; hence -ffp-contract=off, since a fused
 * multiply-add rounds once where the model rounds twice. No loop is written for a processor: what can be done four at a
 * time, the compiler finds.
 */
#include "work.h"

static double *people, *away, *rates, *flows, *totals;
static double *village_births, *town_births, *survival;
/* Rows of one number a city. */
static double *to_cities, *to_homes, *from_cities, *from_homes, *births, *babies, *away_births, *alive, *lived_before;

static void prepare(void) {
  people = room(STATUSES * cells);
  away = room(cells);
  rates = room(rates_size);
  flows = room(FLOWS * cities);
  totals = room(2 * cities);
  village_births = room(ages * cities);
  town_births = room(ages * cities);
  survival = room(cells);
  alive = room(cities);
  lived_before = room(cities);
  to_cities = room(cities);
  to_homes = room(cities);
  from_cities = room(cities);
  from_homes = room(cities);
  births = room(STATUSES * cities);
  babies = room(STATUSES * cities);
  away_births = room(cities);
}

static void open_draws(void) {
  memcpy(people, opening_people, STATUSES * cells * sizeof(double));
  memcpy(away, opening_away, cells * sizeof(double));
}

static void lay_out(size_t lane, const double *of_draw) {
  (void)lane;
  memcpy(rates, of_draw, rates_size * sizeof(double));
}

static double *cohort(size_t status, size_t shape) { return people + status * cells + shape * cities; }
static const double *rate(size_t row) { return rates + row * cities; }
static double *flow(size_t row) { return flows + row * cities; }

/* Births per woman and step in villages and in towns, src/model/compile-rates.ts. */
static void compile_births(const double *fertility) {
  const double *restrict level = rate(FERTILITY_LEVEL), *restrict villages = rate(IN_VILLAGES),
                         *restrict towns = rate(IN_TOWNS);
  for (size_t age = 0; age < ages; age++) {
    double *restrict in_village = village_births + age * cities, *restrict in_town = town_births + age * cities;
    for (size_t i = 0; i < cities; i++) {
      in_village[i] = fertility[age * cities + i] * level[i] * villages[i] * step;
      in_town[i] = fertility[age * cities + i] * level[i] * towns[i] * step;
    }
  }
}

/* A life table of every city, from birth on: survival[0] is that of infants, src/math/life-table.ts. */
static void compile_survival(const double *mortality, size_t sex) {
  const double *restrict level = rate(MORTALITY_LEVEL);
  double *restrict left = alive, *restrict before = lived_before;
  for (size_t i = 0; i < cities; i++) {
    left[i] = 1;
    before[i] = step;
  }
  const size_t last = ages - 1;
  for (size_t age = 0; age < last; age++) {
    const double *restrict rate_of = mortality + (sex * ages + age) * cities;
    double *restrict survives = survival + (sex * ages + age) * cities;
    for (size_t i = 0; i < cities; i++) {
      const double mx = rate_of[i] * level[i];
      const double a = age == 0 && step == 1 ? first_year_lived(mx, sex == MALE) : step / 2;
      const double q = step * mx / (1 + (step - a) * mx);
      const double deaths = left[i] * (q < 1 ? q : 1);
      const double lived = step * (left[i] - deaths) + a * deaths;
      survives[i] = before[i] > 0 ? lived / before[i] : 0;
      before[i] = lived;
      left[i] -= deaths;
    }
  }
  const size_t open = (sex * ages + last) * cities;
  for (size_t i = 0; i < cities; i++) survival[open + i] = oldest(mortality[open + i] * level[i], left[i], before[i]);
}

/* Take the leavers out of their cohorts; those who come back from outside enter theirs: leave() of moves.ts. */
static void leave(const schedules *year, size_t shape) {
  const double exit = year->rural_exit[shape] / 2, roam = year->city_to_city[shape] / 2;
  const double home = year->return_home[shape] / 2, back = year->return_from_outside[shape] / 2;
  double *restrict rural = cohort(RURAL, shape), *restrict reclassified = cohort(RECLASSIFIED, shape);
  double *restrict registered = cohort(REGISTERED, shape), *restrict migrant = cohort(MIGRANT, shape);
  double *restrict abroad_now = away + shape * cities;
  double *restrict moved_out = flow(MOVED_OUT), *restrict to_outside = flow(TO_OUTSIDE);
  double *restrict from_outside = flow(FROM_OUTSIDE);
  double *restrict urban_in = flow(URBAN_IN), *restrict urban_out = flow(URBAN_OUT);
  double *restrict cities_wanted = to_cities, *restrict homes_wanted = to_homes;
  for (size_t i = 0; i < cities; i++) {
    const double h_exit = exit * rate(EXIT)[i] * (1 - rate(LOCAL)[i]);
    const double h_roam = roam * rate(ROAM)[i];
    const double h_home = home * rate(HOME)[i] * (1 - rate(HOME_HERE)[i]);
    const double h_back = back * rate(BACK)[i];
    const double rural_out = rural[i] * (h_exit / (1 + h_exit / 2));
    const double roam_share = h_roam / (1 + h_roam / 2);
    const double reclassified_out = reclassified[i] * roam_share;
    const double registered_out = registered[i] * roam_share;
    const double per_hazard = migrant[i] / (1 + (h_roam + h_home) / 2);
    const double migrant_roam = per_hazard * h_roam;
    const double migrant_home = per_hazard * h_home;
    const double backs = abroad_now[i] * (h_back / (1 + h_back / 2));

    const double native = rural_out + reclassified_out + registered_out;
    const double abroad = native * rate(OUTSIDE)[i];
    const double migrant_abroad = migrant_roam * rate(OUTSIDE)[i];
    const double homeless = migrant_home * rate(HOME_OUTSIDE)[i];
    const double *back_to = rate(BACK_TO);
    rural[i] += backs * back_to[i] - rural_out;
    reclassified[i] += backs * back_to[cities + i] - reclassified_out;
    registered[i] += backs * back_to[2 * cities + i] - registered_out;
    migrant[i] += backs * back_to[3 * cities + i] - migrant_roam - migrant_home;
    abroad_now[i] += abroad + migrant_abroad * rate(HOME_HERE)[i] - backs;
    cities_wanted[i] = native - abroad + migrant_roam - migrant_abroad;
    homes_wanted[i] = migrant_home - homeless;

    moved_out[i] += cities_wanted[i] + homes_wanted[i];
    to_outside[i] += abroad + migrant_abroad + homeless;
    from_outside[i] += backs;
    urban_in[i] += backs * (1 - back_to[i]);
    urban_out[i] += reclassified_out + registered_out + migrant_roam + migrant_home;
  }
}

/* Those who arrive in each city: every city of origin adds to all, so that the inner loop runs along memory. */
static void settle(const double *leavers, const double *restrict towards, double *restrict arriving) {
  for (size_t j = 0; j < cities; j++) arriving[j] = 0;
  for (size_t i = 0; i < cities; i++) {
    const double leaving = leavers[i];
    for (size_t j = 0; j < cities; j++) arriving[j] += leaving * towards[i * cities + j];
  }
}

static void arrive(const schedules *year, size_t shape) {
  const double makeup = year->arrivals[shape] / 2;
  double *restrict rural = cohort(RURAL, shape), *restrict migrant = cohort(MIGRANT, shape);
  double *restrict moved_in = flow(MOVED_IN), *restrict from_outside = flow(FROM_OUTSIDE);
  double *restrict urban_in = flow(URBAN_IN);
  for (size_t i = 0; i < cities; i++) {
    const double strangers = makeup * rate(ARRIVALS)[i];
    migrant[i] += from_cities[i] + strangers;
    rural[i] += from_homes[i];
    moved_in[i] += from_cities[i] + from_homes[i];
    from_outside[i] += strangers;
    urban_in[i] += from_cities[i] + strangers;
  }
}

static void move_half(const schedules *year) {
  const double *towards = rates + ROWS * cities;
  for (size_t shape = 0; shape < SEXES * ages; shape++) {
    leave(year, shape);
    settle(to_cities, towards, from_cities);
    settle(to_homes, home_towards, from_homes);
    arrive(year, shape);
  }
}

static void add_half(const double *restrict per_woman, const double *restrict women, double *restrict born) {
  for (size_t age = 0; age < ages; age++) {
    for (size_t i = 0; i < cities; i++) born[i] += per_woman[age * cities + i] * women[age * cities + i] / 2;
  }
}

static void count_mothers(void) {
  for (size_t status = 0; status < STATUSES; status++) {
    add_half(status == RURAL ? village_births : town_births, cohort(status, FEMALE * ages), births + status * cities);
  }
  add_half(town_births, away + FEMALE * ages * cities, away_births);
}

/* One status and sex, from the oldest down, so that nobody is moved twice: survive.ts. */
static void age_cohort(const double *restrict survival, double *restrict of_age, double *restrict deaths) {
  for (size_t age = ages - 1; age > 0; age--) {
    double *here = of_age + age * cities, *below = here - cities;
    for (size_t i = 0; i < cities; i++) {
      const double before = age == ages - 1 ? below[i] + here[i] : below[i];
      const double survivors = before * survival[age * cities + i];
      here[i] = survivors;
      deaths[i] += before - survivors;
    }
  }
  for (size_t i = 0; i < cities; i++) of_age[i] = 0;
}

static void survive(void) {
  for (size_t status = 0; status < STATUSES; status++) {
    for (size_t sex = 0; sex < SEXES; sex++) {
      age_cohort(survival + sex * ages * cities, cohort(status, sex * ages), flow(DEATHS));
    }
    if (status == RURAL) memcpy(flow(URBAN_DEATHS), flow(DEATHS), cities * sizeof(double));
  }
  for (size_t i = 0; i < cities; i++) flow(URBAN_DEATHS)[i] = flow(DEATHS)[i] - flow(URBAN_DEATHS)[i];
  for (size_t sex = 0; sex < SEXES; sex++) {
    age_cohort(survival + sex * ages * cities, away + sex * ages * cities, flow(AWAY_DEATHS));
  }
}

/* Changes of status of one sex and age in every city: status.ts. */
static void change_cohort(const schedules *year, size_t early, size_t late, double weight, double *first, size_t stride) {
  const double exit = (year->rural_exit[early] + year->rural_exit[late]) / 2;
  const double home = (year->return_home[early] + year->return_home[late]) / 2;
  const double convert = (year->conversion[early] + year->conversion[late]) / 2;
  double *restrict rural = first, *restrict reclassified = first + stride;
  double *restrict registered = first + 2 * stride, *restrict migrant = first + 3 * stride;
  double *restrict to_town = flow(TO_TOWN), *restrict to_village = flow(TO_VILLAGE);
  double *restrict converted = flow(CONVERTED);
  double *restrict urban_in = flow(URBAN_IN), *restrict urban_out = flow(URBAN_OUT);
  for (size_t i = 0; i < cities; i++) {
    const double a = exit * rate(EXIT)[i] * rate(LOCAL)[i];
    const double c = convert * rate(CONVERT_RURAL)[i];
    const double d = home * rate(HOME)[i] * rate(HOME_HERE)[i];
    const double k = convert * rate(CONVERT_MIGRANT)[i];
    const double e = convert * rate(CONVERT_RECLASSIFIED)[i];
    const double r = rural[i], m = migrant[i], l = reclassified[i];
    const double stay_r = (a + c) / 2, stay_m = (d + k) / 2;
    const double y_r = r - stay_r * r + d / 2 * m;
    const double y_m = m - stay_m * m + a / 2 * r;
    const double determinant = (1 + stay_r) * (1 + stay_m) - a / 2 * (d / 2);
    const double r2 = ((1 + stay_m) * y_r + d / 2 * y_m) / determinant;
    const double m2 = ((1 + stay_r) * y_m + a / 2 * y_r) / determinant;
    const double l2 = l * (1 - e / 2) / (1 + e / 2);
    const double town = weight * a * ((r + r2) / 2), direct = weight * c * ((r + r2) / 2);
    const double village = weight * d * ((m + m2) / 2), migrant_converted = weight * k * ((m + m2) / 2);
    const double reclassified_converted = weight * e * ((l + l2) / 2);
    rural[i] = r - town - direct + village;
    migrant[i] = m + town - village - migrant_converted;
    reclassified[i] = l - reclassified_converted;
    registered[i] += direct + migrant_converted + reclassified_converted;
    to_town[i] += town + direct;
    to_village[i] += village;
    converted[i] += migrant_converted + reclassified_converted;
    urban_in[i] += town + direct;
    urban_out[i] += village;
  }
}

static void change_status(const schedules *year) {
  for (size_t sex = 0; sex < SEXES; sex++) {
    for (size_t shape = sex * ages + 1; shape < (sex + 1) * ages; shape++) {
      change_cohort(year, shape - 1, shape, 1, cohort(RURAL, shape), cells);
    }
  }
}

static double share_of(size_t sex, size_t i) { return sex == FEMALE ? rate(GIRLS)[i] : 1 - rate(GIRLS)[i]; }

static void add_away_infants(size_t sex) {
  for (size_t i = 0; i < cities; i++) {
    const double born = away_births[i] * share_of(sex, i);
    const double lived = born * survival[sex * ages * cities + i];
    away[sex * ages * cities + i] = lived;
    flow(AWAY_BIRTHS)[i] += born;
    flow(AWAY_DEATHS)[i] += born - lived;
  }
}

static void add_infants(const schedules *year) {
  for (size_t i = 0; i < cities; i++) {
    const double here = births[MIGRANT * cities + i] * rate(BABIES_HERE)[i];
    births[MIGRANT * cities + i] -= here;
    births[REGISTERED * cities + i] += here;
  }
  for (size_t sex = 0; sex < SEXES; sex++) {
    for (size_t status = 0; status < STATUSES; status++) {
      for (size_t i = 0; i < cities; i++) {
        const double born = births[status * cities + i] * share_of(sex, i);
        const double lived = born * survival[sex * ages * cities + i];
        babies[status * cities + i] = lived;
        flow(BIRTHS)[i] += born;
        flow(DEATHS)[i] += born - lived;
        if (status == RURAL) continue;
        flow(URBAN_BIRTHS)[i] += born;
        flow(URBAN_DEATHS)[i] += born - lived;
      }
    }
    change_cohort(year, sex * ages, sex * ages, 0.5, babies, cities);
    for (size_t status = 0; status < STATUSES; status++) {
      memcpy(cohort(status, sex * ages), babies + status * cities, cities * sizeof(double));
    }
    add_away_infants(sex);
  }
}

static void reclassify(void) {
  double *restrict new_towns = flow(NEW_TOWNS);
  for (size_t shape = 0; shape < SEXES * ages; shape++) {
    double *restrict rural = cohort(RURAL, shape), *restrict reclassified = cohort(RECLASSIFIED, shape);
    for (size_t i = 0; i < cities; i++) {
      const double persons = rural[i] * rate(RECLASSIFY)[i];
      rural[i] -= persons;
      reclassified[i] += persons;
      new_towns[i] += persons;
    }
  }
}

/* Residents and urban residents by city: balance.ts. */
static void count_totals(void) {
  double *restrict residents = totals, *restrict urban = totals + cities;
  memset(totals, 0, 2 * cities * sizeof(double));
  for (size_t status = 0; status < STATUSES; status++) {
    for (size_t shape = 0; shape < SEXES * ages; shape++) {
      const double *restrict persons = cohort(status, shape);
      for (size_t i = 0; i < cities; i++) residents[i] += persons[i];
      if (status == RURAL) continue;
      for (size_t i = 0; i < cities; i++) urban[i] += persons[i];
    }
  }
}

static void live_year(const schedules *year) {
  memset(flows, 0, FLOWS * cities * sizeof(double));
  memset(births, 0, STATUSES * cities * sizeof(double));
  memset(away_births, 0, cities * sizeof(double));
  compile_births(year->fertility);
  for (size_t sex = 0; sex < SEXES; sex++) compile_survival(year->mortality, sex);

  move_half(year);
  count_mothers();
  survive();
  change_status(year);
  count_mothers();
  add_infants(year);
  move_half(year);
  reclassify();
  count_totals();
}

static uint64_t checksum(size_t lane) {
  (void)lane;
  return add_bits(people, STATUSES * cells, 1) + add_bits(away, cells, 1) + add_bits(flows, FLOWS * cities, 1) +
         add_bits(totals, 2 * cities, 1);
}

int main(int arguments, char **argument) { return serve(arguments, argument, 1); }
