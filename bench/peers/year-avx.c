/*
 * The year step in C written for the processor: the yardstick. LANES draws stand side by side in vectors (four doubles in
 * AVX, eight in AVX-512), and the sizes are known when compiling. Every sum is added up in the order of the model.
 *
 * What makes it fast: a few cohorts at a time go through a half step together, so that rates and flows of a city are
 * loaded once for all of them and the shares of destinations once for SHAPES cohorts; arrivals are added up in
 * registers, WIDTH cities at a time; shares of movers are divided once a year; survival stands as long as its table and
 * levels do; villages become towns, and villagers are counted, while the cohorts are at hand in the second half step.
 */
#include "work.h"

#ifndef LANES
#define LANES 4
#endif
/* Cohorts that go through a half step together, and cities of arrival whose sums are held in registers. */
#ifndef SHAPES
#define SHAPES 2
#endif
#ifndef WIDTH
#define WIDTH 7
#endif
/* Ages that go through the other loops together, so that what is per city is loaded once for them all. */
enum { AGES_TOGETHER = 8 };

#define INLINE static inline __attribute__((always_inline))

typedef double vec __attribute__((vector_size(8 * LANES)));
typedef int64_t mask __attribute__((vector_size(8 * LANES)));

/* In each lane the one where it is true, else the other. */
INLINE vec choose(mask where, vec one, vec other) { return (vec)((where & (mask)one) | (~where & (mask)other)); }

static vec *people, *away, *rates, *survival, *towards, *homes, *flows, *totals;
static vec *survival_levels;
static const double *survival_table;
static vec *village_births, *town_births, *births, *babies, *away_births, *alive, *lived_before;
/* Shares of movers [shape, city]: of villagers, of townspeople, what migrants are divided by, of those who come back. */
typedef struct {
  vec rural, town, migrant, back;
} shares;
static shares *shares_of;
/* Of the cohorts that go together [shape, city]: leavers, arrivals, and those who came back. */
static vec *to_cities, *to_homes, *from_cities, *from_homes, *came_back;
static size_t fertile_from, fertile_to;

static vec *vectors(size_t count) { return (vec *)room(count * LANES); }

static void prepare(void) {
  people = vectors(STATUSES * cells);
  away = vectors(cells);
  rates = vectors(ROWS * cities);
  survival = vectors(cells);
  survival_levels = vectors(cities);
  towards = vectors(cities * cities);
  homes = vectors(cities * cities);
  flows = vectors(FLOWS * cities);
  totals = vectors(2 * cities);
  village_births = vectors(ages * cities);
  town_births = vectors(ages * cities);
  births = vectors(STATUSES * cities);
  babies = vectors(STATUSES * cities);
  away_births = vectors(cities);
  alive = vectors(cities);
  lived_before = vectors(cities);
  shares_of = (shares *)vectors(4 * cells);
  to_cities = vectors(SHAPES * cities);
  to_homes = vectors(SHAPES * cities);
  from_cities = vectors(SHAPES * cities);
  from_homes = vectors(SHAPES * cities);
  came_back = vectors(SHAPES * cities);
  for (size_t k = 0; k < cities * cities; k++) homes[k] = home_towards[k] - (vec){0};
}

static void open_draws(void) {
  for (size_t k = 0; k < STATUSES * cells; k++) people[k] = opening_people[k] - (vec){0};
  for (size_t k = 0; k < cells; k++) away[k] = opening_away[k] - (vec){0};
}

static void spread(size_t lane, const double *from, vec *to, size_t count) {
  double *out = (double *)to + lane;
  for (size_t k = 0; k < count; k++) out[k * LANES] = from[k];
}

static void lay_out(size_t lane, const double *of_draw) {
  spread(lane, of_draw, rates, ROWS * cities);
  spread(lane, of_draw + ROWS * cities, towards, cities * cities);
}

static vec *cohort(size_t status, size_t shape) { return people + status * cells + shape * cities; }
static vec *rate(size_t row) { return rates + row * cities; }
static vec *flow(size_t row) { return flows + row * cities; }

static void compile_births(const double *fertility) {
  fertile_from = ages;
  fertile_to = 0;
  for (size_t age = 0; age < ages; age++) {
    double any = 0;
    for (size_t i = 0; i < cities; i++) any += fertility[age * cities + i];
    if (any == 0) continue;
    if (fertile_from == ages) fertile_from = age;
    fertile_to = age + 1;
    for (size_t i = 0; i < cities; i++) {
      const vec level = fertility[age * cities + i] * rate(FERTILITY_LEVEL)[i];
      village_births[age * cities + i] = level * rate(IN_VILLAGES)[i] * step;
      town_births[age * cities + i] = level * rate(IN_TOWNS)[i] * step;
    }
  }
}

/* A life table of every city, from birth on: survival[0] is that of infants, src/math/life-table.ts. */
static void compile_survival(const double *mortality, size_t sex) {
  const vec *level = rate(MORTALITY_LEVEL);
  vec *of_sex = survival + sex * ages * cities;
  for (size_t i = 0; i < cities; i++) {
    alive[i] = 1 - (vec){0};
    lived_before[i] = step - (vec){0};
  }
  const size_t last = ages - 1;
  for (size_t age = 0; age < last; age++) {
    for (size_t i = 0; i < cities; i++) {
      const vec mx = mortality[age * cities + i] * level[i];
      vec a = step / 2 - (vec){0};
      if (age == 0 && step == 1) {
        for (size_t lane = 0; lane < LANES; lane++) a[lane] = first_year_lived(mx[lane], sex == MALE);
      }
      const vec q = step * mx / (1 + (step - a) * mx);
      const vec deaths = alive[i] * choose(q < 1, q, 1 - (vec){0});
      const vec lived = step * (alive[i] - deaths) + a * deaths;
      of_sex[age * cities + i] = choose(lived_before[i] > 0, lived / lived_before[i], (vec){0});
      lived_before[i] = lived;
      alive[i] -= deaths;
    }
  }
  for (size_t i = 0; i < cities; i++) {
    for (size_t lane = 0; lane < LANES; lane++) {
      const double mx = mortality[last * cities + i] * level[i][lane];
      of_sex[last * cities + i][lane] = oldest(mx, alive[i][lane], lived_before[i][lane]);
    }
  }
}

/* Survival is worked out where the table or the levels are not those that it stands for. */
static void know_survival(const double *mortality) {
  const size_t bytes = cities * sizeof(vec);
  if (mortality == survival_table && !memcmp(survival_levels, rate(MORTALITY_LEVEL), bytes)) return;
  for (size_t sex = 0; sex < SEXES; sex++) compile_survival(mortality + sex * ages * cities, sex);
  survival_table = mortality;
  memcpy(survival_levels, rate(MORTALITY_LEVEL), bytes);
}

/* Divide once a year: the hazards of both half steps are the same. */
static void compile_shares(const schedules *year) {
  for (size_t shape = 0; shape < SEXES * ages; shape++) {
    const double exit = year->rural_exit[shape] / 2, roam = year->city_to_city[shape] / 2;
    const double home = year->return_home[shape] / 2, back = year->return_from_outside[shape] / 2;
    for (size_t i = 0; i < cities; i++) {
      const vec h_exit = exit * rate(EXIT)[i] * (1 - rate(LOCAL)[i]);
      const vec h_roam = roam * rate(ROAM)[i];
      const vec h_home = home * rate(HOME)[i] * (1 - rate(HOME_HERE)[i]);
      const vec h_back = back * rate(BACK)[i];
      shares_of[shape * cities + i] = (shares){h_exit / (1 + h_exit / 2), h_roam / (1 + h_roam / 2),
                                               1 + (h_roam + h_home) / 2, h_back / (1 + h_back / 2)};
    }
  }
}

/* Leavers of `count` cohorts from `first` on, a city at a time. */
INLINE void leave(const schedules *year, size_t first, const size_t count) {
  for (size_t i = 0; i < cities; i++) {
    const vec roam_level = rate(ROAM)[i], home_level = rate(HOME)[i], here = rate(HOME_HERE)[i];
    const vec elsewhere = 1 - here, outside = rate(OUTSIDE)[i], home_outside = rate(HOME_OUTSIDE)[i];
    const vec *back_to = rate(BACK_TO) + i;
    const vec to_village = back_to[0], to_reclassified = back_to[cities];
    const vec to_registered = back_to[2 * cities], to_migrants = back_to[3 * cities];
    vec moved_out = flow(MOVED_OUT)[i], to_outside = flow(TO_OUTSIDE)[i], urban_out = flow(URBAN_OUT)[i];
    for (size_t k = 0; k < count; k++) {
      const size_t shape = first + k;
      const shares of = shares_of[shape * cities + i];
      vec *rural = cohort(RURAL, shape) + i, *reclassified = rural + cells, *registered = rural + 2 * cells;
      vec *migrant = rural + 3 * cells, *abroad_now = away + shape * cities + i;
      const vec rural_out = *rural * of.rural;
      const vec reclassified_out = *reclassified * of.town;
      const vec registered_out = *registered * of.town;
      const vec per_hazard = *migrant / of.migrant;
      const vec migrant_roam = per_hazard * (year->city_to_city[shape] / 2 * roam_level);
      const vec migrant_home = per_hazard * (year->return_home[shape] / 2 * home_level * elsewhere);
      const vec backs = *abroad_now * of.back;
      const vec native = rural_out + reclassified_out + registered_out;
      const vec abroad = native * outside;
      const vec migrant_abroad = migrant_roam * outside;
      const vec homeless = migrant_home * home_outside;
      *rural += backs * to_village - rural_out;
      *reclassified += backs * to_reclassified - reclassified_out;
      *registered += backs * to_registered - registered_out;
      *migrant += backs * to_migrants - migrant_roam - migrant_home;
      *abroad_now += abroad + migrant_abroad * here - backs;
      const vec others = native - abroad + migrant_roam - migrant_abroad;
      const vec own = migrant_home - homeless;
      to_cities[k * cities + i] = others;
      to_homes[k * cities + i] = own;
      came_back[k * cities + i] = backs;
      moved_out += others + own;
      to_outside += abroad + migrant_abroad + homeless;
      urban_out += reclassified_out + registered_out + migrant_roam + migrant_home;
    }
    flow(MOVED_OUT)[i] = moved_out;
    flow(TO_OUTSIDE)[i] = to_outside;
    flow(URBAN_OUT)[i] = urban_out;
  }
}

/* Arrivals of `count` cohorts in `width` cities from j on. */
INLINE void settle_in(size_t j, const size_t count, const size_t width, const vec *leavers, const vec *share,
                      vec *arriving) {
  vec sum[SHAPES][WIDTH] = {0};
  for (size_t i = 0; i < cities; i++) {
    for (size_t k = 0; k < count; k++) {
      const vec leaving = leavers[k * cities + i];
      for (size_t w = 0; w < width; w++) sum[k][w] += leaving * share[i * cities + j + w];
    }
  }
  for (size_t k = 0; k < count; k++) {
    for (size_t w = 0; w < width; w++) arriving[k * cities + j + w] = sum[k][w];
  }
}

INLINE void settle(const size_t count, const vec *leavers, const vec *share, vec *arriving) {
  size_t j = 0;
  for (; j + WIDTH <= cities; j += WIDTH) settle_in(j, count, WIDTH, leavers, share, arriving);
  for (; j < cities; j++) settle_in(j, count, 1, leavers, share, arriving);
}

/* Arrivals of `count` cohorts; in the second half step also the villages that become towns, and the villagers left. */
INLINE void arrive(const schedules *year, size_t first, const size_t count, const int last_half) {
  for (size_t i = 0; i < cities; i++) {
    const vec level = rate(ARRIVALS)[i], townward = 1 - rate(BACK_TO)[i], becoming = rate(RECLASSIFY)[i];
    vec moved_in = flow(MOVED_IN)[i], from_outside = flow(FROM_OUTSIDE)[i], urban_in = flow(URBAN_IN)[i];
    vec new_towns = flow(NEW_TOWNS)[i], residents = totals[i];
    for (size_t k = 0; k < count; k++) {
      const size_t shape = first + k;
      const vec strangers = year->arrivals[shape] / 2 * level;
      const vec movers = from_cities[k * cities + i], returning = from_homes[k * cities + i];
      const vec backs = came_back[k * cities + i];
      const vec settling = movers + strangers;
      cohort(MIGRANT, shape)[i] += settling;
      const vec villagers = cohort(RURAL, shape)[i] + returning;
      moved_in += movers + returning;
      from_outside += backs;
      from_outside += strangers;
      urban_in += backs * townward;
      urban_in += settling;
      if (last_half) {
        const vec persons = villagers * becoming;
        const vec left = villagers - persons;
        cohort(RURAL, shape)[i] = left;
        cohort(RECLASSIFIED, shape)[i] += persons;
        new_towns += persons;
        residents += left;
      } else {
        cohort(RURAL, shape)[i] = villagers;
      }
    }
    flow(MOVED_IN)[i] = moved_in;
    flow(FROM_OUTSIDE)[i] = from_outside;
    flow(URBAN_IN)[i] = urban_in;
    flow(NEW_TOWNS)[i] = new_towns;
    totals[i] = residents;
  }
}

INLINE void move_together(const schedules *year, size_t first, const size_t count, const int last_half) {
  leave(year, first, count);
  settle(count, to_cities, towards, from_cities);
  settle(count, to_homes, homes, from_homes);
  arrive(year, first, count, last_half);
}

INLINE void move_half(const schedules *year, const int last_half) {
  size_t shape = 0;
  for (; shape + SHAPES <= SEXES * ages; shape += SHAPES) move_together(year, shape, SHAPES, last_half);
  for (; shape < SEXES * ages; shape++) move_together(year, shape, 1, last_half);
}

static void add_half(const vec *per_woman, const vec *women, vec *born) {
  for (size_t i = 0; i < cities; i++) {
    vec sum = born[i];
    for (size_t age = fertile_from; age < fertile_to; age++) {
      sum += per_woman[age * cities + i] * women[age * cities + i] / 2;
    }
    born[i] = sum;
  }
}

static void count_mothers(void) {
  for (size_t status = 0; status < STATUSES; status++) {
    add_half(status == RURAL ? village_births : town_births, cohort(status, FEMALE * ages), births + status * cities);
  }
  add_half(town_births, away + FEMALE * ages * cities, away_births);
}

/* One status and sex, from the oldest down, some ages at a time. */
static void age_cohort(const vec *survives, vec *of_age, vec *deaths) {
  const size_t last = ages - 1;
  for (size_t i = 0; i < cities; i++) {
    const vec eldest = of_age[(last - 1) * cities + i] + of_age[last * cities + i];
    const vec survivors = eldest * survives[last * cities + i];
    of_age[last * cities + i] = survivors;
    deaths[i] += eldest - survivors;
  }
  for (size_t top = last; top > 1;) {
    const size_t together = top - 1 < AGES_TOGETHER ? top - 1 : AGES_TOGETHER;
    for (size_t i = 0; i < cities; i++) {
      vec died = deaths[i];
      for (size_t age = top - 1; age >= top - together; age--) {
        const vec living = of_age[(age - 1) * cities + i];
        const vec survivors = living * survives[age * cities + i];
        of_age[age * cities + i] = survivors;
        died += living - survivors;
      }
      deaths[i] = died;
    }
    top -= together;
  }
  memset(of_age, 0, cities * sizeof(vec));
}

static void survive(void) {
  for (size_t status = 0; status < STATUSES; status++) {
    for (size_t sex = 0; sex < SEXES; sex++) {
      age_cohort(survival + sex * ages * cities, cohort(status, sex * ages), flow(DEATHS));
    }
    if (status == RURAL) memcpy(flow(URBAN_DEATHS), flow(DEATHS), cities * sizeof(vec));
  }
  for (size_t i = 0; i < cities; i++) flow(URBAN_DEATHS)[i] = flow(DEATHS)[i] - flow(URBAN_DEATHS)[i];
  for (size_t sex = 0; sex < SEXES; sex++) {
    age_cohort(survival + sex * ages * cities, away + sex * ages * cities, flow(AWAY_DEATHS));
  }
}

/*
 * Changes of status of `count` cohorts that stand `apart` from each other, `stride` between statuses; cohort k takes the
 * mean of the schedules at early + k and late + k.
 */
INLINE void change_cohorts(const schedules *year, size_t early, size_t late, const double weight, vec *first,
                           size_t stride, size_t count) {
  for (size_t i = 0; i < cities; i++) {
    const vec exit_level = rate(EXIT)[i], local = rate(LOCAL)[i], rural_level = rate(CONVERT_RURAL)[i];
    const vec home_level = rate(HOME)[i], here = rate(HOME_HERE)[i];
    const vec migrant_level = rate(CONVERT_MIGRANT)[i], reclassified_level = rate(CONVERT_RECLASSIFIED)[i];
    vec to_town = flow(TO_TOWN)[i], to_village = flow(TO_VILLAGE)[i], converted = flow(CONVERTED)[i];
    vec urban_in = flow(URBAN_IN)[i], urban_out = flow(URBAN_OUT)[i];
    for (size_t n = 0; n < count; n++) {
      const double exit = (year->rural_exit[early + n] + year->rural_exit[late + n]) / 2;
      const double home = (year->return_home[early + n] + year->return_home[late + n]) / 2;
      const double convert = (year->conversion[early + n] + year->conversion[late + n]) / 2;
      vec *rural = first + n * cities + i, *reclassified = rural + stride, *registered = rural + 2 * stride;
      vec *migrant = rural + 3 * stride;
      const vec a = exit * exit_level * local;
      const vec c = convert * rural_level;
      const vec d = home * home_level * here;
      const vec k = convert * migrant_level;
      const vec e = convert * reclassified_level;
      const vec r = *rural, m = *migrant, l = *reclassified;
      const vec stay_r = (a + c) / 2, stay_m = (d + k) / 2;
      const vec y_r = r - stay_r * r + d / 2 * m;
      const vec y_m = m - stay_m * m + a / 2 * r;
      const vec determinant = (1 + stay_r) * (1 + stay_m) - a / 2 * (d / 2);
      const vec r2 = ((1 + stay_m) * y_r + d / 2 * y_m) / determinant;
      const vec m2 = ((1 + stay_r) * y_m + a / 2 * y_r) / determinant;
      const vec l2 = l * (1 - e / 2) / (1 + e / 2);
      const vec mean_r = (r + r2) / 2, mean_m = (m + m2) / 2, mean_l = (l + l2) / 2;
      const vec town = weight * a * mean_r, direct = weight * c * mean_r;
      const vec village = weight * d * mean_m, migrant_converted = weight * k * mean_m;
      const vec reclassified_converted = weight * e * mean_l;
      *rural = r - town - direct + village;
      *migrant = m + town - village - migrant_converted;
      *reclassified = l - reclassified_converted;
      *registered += direct + migrant_converted + reclassified_converted;
      to_town += town + direct;
      to_village += village;
      converted += migrant_converted + reclassified_converted;
      urban_in += town + direct;
      urban_out += village;
    }
    flow(TO_TOWN)[i] = to_town;
    flow(TO_VILLAGE)[i] = to_village;
    flow(CONVERTED)[i] = converted;
    flow(URBAN_IN)[i] = urban_in;
    flow(URBAN_OUT)[i] = urban_out;
  }
}

static void change_status(const schedules *year) {
  for (size_t sex = 0; sex < SEXES; sex++) {
    const size_t end = (sex + 1) * ages;
    for (size_t shape = sex * ages + 1; shape < end; shape += AGES_TOGETHER) {
      const size_t together = end - shape < AGES_TOGETHER ? end - shape : AGES_TOGETHER;
      change_cohorts(year, shape - 1, shape, 1, cohort(RURAL, shape), cells, together);
    }
  }
}

static vec share_of(size_t sex, size_t i) { return sex == FEMALE ? rate(GIRLS)[i] : 1 - rate(GIRLS)[i]; }

static void add_away_infants(size_t sex) {
  for (size_t i = 0; i < cities; i++) {
    const vec born = away_births[i] * share_of(sex, i);
    const vec lived = born * survival[sex * ages * cities + i];
    away[sex * ages * cities + i] = lived;
    flow(AWAY_BIRTHS)[i] += born;
    flow(AWAY_DEATHS)[i] += born - lived;
  }
}

static void add_infants(const schedules *year) {
  for (size_t i = 0; i < cities; i++) {
    const vec here = births[MIGRANT * cities + i] * rate(BABIES_HERE)[i];
    births[MIGRANT * cities + i] -= here;
    births[REGISTERED * cities + i] += here;
  }
  for (size_t sex = 0; sex < SEXES; sex++) {
    for (size_t status = 0; status < STATUSES; status++) {
      for (size_t i = 0; i < cities; i++) {
        const vec born = births[status * cities + i] * share_of(sex, i);
        const vec lived = born * survival[sex * ages * cities + i];
        babies[status * cities + i] = lived;
        flow(BIRTHS)[i] += born;
        flow(DEATHS)[i] += born - lived;
        if (status == RURAL) continue;
        flow(URBAN_BIRTHS)[i] += born;
        flow(URBAN_DEATHS)[i] += born - lived;
      }
    }
    change_cohorts(year, sex * ages, sex * ages, 0.5, babies, cities, 1);
    for (size_t status = 0; status < STATUSES; status++) {
      memcpy(cohort(status, sex * ages), babies + status * cities, cities * sizeof(vec));
    }
    add_away_infants(sex);
  }
}

/* Townspeople, whom the second half step has not counted yet: residents and urban residents, in registers. */
INLINE void count_in(size_t j, const size_t width) {
  vec residents[WIDTH], urban[WIDTH] = {0};
  for (size_t w = 0; w < width; w++) residents[w] = totals[j + w];
  for (const vec *row = cohort(RECLASSIFIED, 0) + j; row < people + STATUSES * cells; row += cities) {
    for (size_t w = 0; w < width; w++) {
      residents[w] += row[w];
      urban[w] += row[w];
    }
  }
  for (size_t w = 0; w < width; w++) {
    totals[j + w] = residents[w];
    totals[cities + j + w] = urban[w];
  }
}

static void count_townspeople(void) {
  size_t j = 0;
  for (; j + WIDTH <= cities; j += WIDTH) count_in(j, WIDTH);
  for (; j < cities; j++) count_in(j, 1);
}

static void live_year(const schedules *year) {
  memset(flows, 0, FLOWS * cities * sizeof(vec));
  memset(totals, 0, 2 * cities * sizeof(vec));
  memset(births, 0, STATUSES * cities * sizeof(vec));
  memset(away_births, 0, cities * sizeof(vec));
  compile_births(year->fertility);
  know_survival(year->mortality);
  compile_shares(year);

  move_half(year, 0);
  count_mothers();
  survive();
  change_status(year);
  count_mothers();
  add_infants(year);
  move_half(year, 1);
  count_townspeople();
}

static uint64_t checksum(size_t lane) {
  const double *of_people = (double *)people + lane, *of_away = (double *)away + lane;
  const double *of_flows = (double *)flows + lane, *of_totals = (double *)totals + lane;
  return add_bits(of_people, STATUSES * cells, LANES) + add_bits(of_away, cells, LANES) +
         add_bits(of_flows, FLOWS * cities, LANES) + add_bits(of_totals, 2 * cities, LANES);
}

int main(int arguments, char **argument) { return serve(arguments, argument, LANES); }
