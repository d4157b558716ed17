/*
 * What both C peers share: the work file (bench/work/layout.ts says what is in it), the clock, and the conversation
 * with the bench.
 *
 * The bench sends a line with a number of passes; the peer lives the whole work so many times and answers with a line:
 * nanoseconds of the processor in the year steps and in laying out the rates, and the checksum.
 */
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Sizes known when compiling let the compiler unroll; the bench compiles the tuned peer for each size of its own. */
#ifdef CITIES
#define cities ((size_t)CITIES)
#define ages ((size_t)AGES)
#else
static size_t cities, ages;
#endif
static size_t years, draws;
static double step;

enum { RURAL, RECLASSIFIED, REGISTERED, MIGRANT, STATUSES };
enum { MALE, FEMALE, SEXES };

/* Flows of a year, in the order of src/model/state.ts; two belong to net migration, which is not in the work. */
enum {
  BIRTHS, DEATHS, MOVED_IN, MOVED_OUT, FROM_OUTSIDE, TO_OUTSIDE, NET_MIGRATION, URBAN_BIRTHS, URBAN_DEATHS, URBAN_IN,
  URBAN_OUT, NEW_TOWNS, CONVERTED, TO_TOWN, TO_VILLAGE, SHORTFALL, AWAY_BIRTHS, AWAY_DEATHS, FLOWS
};

/* Rates of a draw and year that are rows of one number a city; after them towards[from, to]. */
enum {
  FERTILITY_LEVEL, IN_VILLAGES, IN_TOWNS, GIRLS, EXIT, LOCAL, OUTSIDE, ROAM, HOME, HOME_HERE, HOME_OUTSIDE, BACK,
  BACK_TO, ARRIVALS = BACK_TO + STATUSES, CONVERT_MIGRANT, CONVERT_RECLASSIFIED, CONVERT_RURAL, RECLASSIFY,
  BABIES_HERE, MORTALITY_LEVEL, ROWS
};

/* Schedules of a year: [sex, age] each, fertility [age, city], mortality [sex, age, city]. */
typedef struct {
  const double *rural_exit, *return_home, *city_to_city, *return_from_outside, *arrivals, *conversion, *fertility,
      *mortality;
} schedules;

/* People of one status, [sex, age, city]; doubles of the rates of a draw and year. */
static size_t cells, rates_size;
static const double *opening_people, *opening_away, *home_towards, *first_rates;
static schedules *schedules_of;

/* What a peer gives. */
static void prepare(void);                                 /* make room; called once */
static void open_draws(void);                              /* put the draws lived at once at the opening */
static void lay_out(size_t lane, const double *rates);     /* bring a draw's rates into the order that suits the peer */
static void live_year(const schedules *year);              /* live one year, totals by city included */
static uint64_t checksum(size_t lane);                     /* bits of people, away, flows and totals, added up */

static double *room(size_t doubles) {
  size_t bytes = (doubles * sizeof(double) + 63) / 64 * 64;
  double *memory = aligned_alloc(64, bytes);
  if (!memory) exit(1);
  memset(memory, 0, bytes);
  return memory;
}

static const double *read_doubles(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file || fseek(file, 0, SEEK_END)) exit(2);
  size_t bytes = (size_t)ftell(file);
  rewind(file);
  double *doubles = room(bytes / sizeof(double));
  if (fread(doubles, 1, bytes, file) != bytes) exit(2);
  fclose(file);
  return doubles;
}

static void find_parts(const double *work) {
#ifdef CITIES
  if (work[1] != CITIES || work[2] != AGES) exit(3);
#else
  cities = (size_t)work[1];
  ages = (size_t)work[2];
#endif
  if (work[0] != 1) exit(3);
  years = (size_t)work[3];
  draws = (size_t)work[4];
  step = work[5];
  cells = SEXES * ages * cities;
  rates_size = ROWS * cities + cities * cities;
  opening_people = work + 8;
  opening_away = opening_people + STATUSES * cells;
  home_towards = opening_away + cells;
  const double *next = home_towards + cities * cities;
  const size_t shape = SEXES * ages;
  schedules_of = malloc(years * sizeof *schedules_of);
  for (size_t year = 0; year < years; year++, next += 6 * shape + ages * cities + cells) {
    schedules_of[year] = (schedules){next, next + shape, next + 2 * shape, next + 3 * shape,
                                     next + 4 * shape, next + 5 * shape, next + 6 * shape,
                                     next + 6 * shape + ages * cities};
    if (year == 0) continue;
    /* A table that stays in force is one for all its years. */
    const double *before = schedules_of[year - 1].mortality;
    if (!memcmp(before, schedules_of[year].mortality, cells * sizeof *before)) schedules_of[year].mortality = before;
  }
  first_rates = next;
}

/* Time that the processor spent on this process: what others do on a shared machine does not count. */
static uint64_t nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static uint64_t add_bits(const double *values, size_t count, size_t stride) {
  uint64_t sum = 0;
  for (size_t k = 0; k < count; k++) {
    uint64_t bits;
    memcpy(&bits, values + k * stride, sizeof bits);
    sum += bits;
  }
  return sum;
}

/*
 * Live the whole work once; draws_at_once draws side by side, the last ones again where they do not come out even.
 * Without `alive` the rates are laid out and nothing is lived: a pass with and one without give the time of the year steps.
 */
static uint64_t pass(size_t draws_at_once, int alive, int summing) {
  uint64_t sum = 0;
  for (size_t first = 0; first < draws; first += draws_at_once) {
    const size_t count = draws - first < draws_at_once ? draws - first : draws_at_once;
    open_draws();
    for (size_t year = 0; year < years; year++) {
      for (size_t lane = 0; lane < draws_at_once; lane++) {
        const size_t draw = first + (lane < count ? lane : count - 1);
        lay_out(lane, first_rates + (draw * years + year) * rates_size);
      }
      if (alive) live_year(schedules_of + year);
    }
    for (size_t lane = 0; summing && lane < count; lane++) sum += checksum(lane);
  }
  return sum;
}

static uint64_t time_passes(unsigned passes, size_t draws_at_once, int alive) {
  const uint64_t start = nanoseconds();
  for (unsigned left = passes; left > 0; left--) pass(draws_at_once, alive, 0);
  return nanoseconds() - start;
}

/* Mean years lived in the first year by those who die in it: src/math/life-table.ts, after Andreev and Kingkade. */
static double first_year_lived(double m0, int male) {
  if (male) {
    if (m0 < 0.023) return 0.14929 - 1.99545 * m0;
    return m0 < 0.08307 ? 0.02832 + 3.26021 * m0 : 0.29915;
  }
  if (m0 < 0.01724) return 0.14903 - 2.05527 * m0;
  return m0 < 0.06891 ? 0.04667 + 3.88089 * m0 : 0.31411;
}

/* Survival of the last two groups together into the open one. */
static double oldest(double mx, double alive, double lived_before) {
  const double open = mx > 0 ? alive / mx : INFINITY;
  if (!(open < INFINITY)) return 1;
  return open + lived_before > 0 ? open / (open + lived_before) : 0;
}

static int serve(int arguments, char **argument, size_t draws_at_once) {
  if (arguments != 2) return 2;
  find_parts(read_doubles(argument[1]));
  prepare();
  uint64_t sum = 0;
  unsigned passes;
  for (int first = 1; scanf("%u", &passes) == 1; first = 0) {
    if (first) sum = pass(draws_at_once, 1, 1);
    const uint64_t all = time_passes(passes, draws_at_once, 1);
    const uint64_t laying = time_passes(passes, draws_at_once, 0);
    printf("%" PRIu64 " %" PRIu64 " %" PRIu64 "\n", all - laying, laying, sum);
    fflush(stdout);
  }
  return 0;
}
