#include "pulse.h"

#include <string.h>

static const float LEVEL_HZ = 0.5f;
static const float SMOOTH_HZ = 8.0f;
static const float SETTLE_SECONDS = 0.7f;
static const float LEARN_SECONDS = 2.5f;
static const float CROSSING = 0.5f; /* of the usual height */
static const float LOW = 0.2f;      /* below this the next beat may come */
static const float SHORTEST_SECONDS = 0.3f;
static const float SHORTEST_PART = 0.55f;       /* of the interval before: past the second wave */
static const float SHORTEST_PART_SECONDS = 0.45f; /* and at most so long, or a missed beat stays */
static const float LATE_SECONDS = 1.2f;
static const float FADE_SECONDS = 1.0f;
static const float LOST_SECONDS = 2.5f;
static const float TAU = 6.2831853f;

void pulse_begin(struct pulse *pulse, float rate_hz) {
  memset(pulse, 0, sizeof *pulse);
  pulse->rate_hz = rate_hz;
}

static uint32_t samples(const struct pulse *pulse, float seconds) {
  return (uint32_t)(seconds * pulse->rate_hz);
}

static float share(const struct pulse *pulse, float corner_hz) {
  float step = TAU * corner_hz / pulse->rate_hz;
  return step / (1.0f + step);
}

static uint8_t likeness(float one, float other) {
  return (uint8_t)(one < other ? 100.0f * one / other : 100.0f * other / one);
}

static void learn_anew(struct pulse *pulse) {
  pulse->height = 0;
  pulse->high = 0;
  pulse->steepest = 0;
  pulse->since_start = 0;
  pulse->since_beat = 0;
  pulse->interval = 0;
  pulse->low = false;
}

/* The beat is over: how high it was moves what is usual, a knock only a little. */
static void weigh(struct pulse *pulse) {
  float high = pulse->high;
  pulse->likeness = likeness(high, pulse->height);
  if (high > 2 * pulse->height) {
    high = 2 * pulse->height;
  }
  pulse->height += 0.25f * (high - pulse->height);
}

static uint32_t shortest(const struct pulse *pulse) {
  float part = SHORTEST_PART * (float)pulse->interval;
  float most = SHORTEST_PART_SECONDS * pulse->rate_hz;
  float least = SHORTEST_SECONDS * pulse->rate_hz;
  part = part > most ? most : part;
  return (uint32_t)(part > least ? part : least);
}

/* Where between its neighbours the steepest sample is steepest: the top of a parabola. */
static void look_at_slope(struct pulse *pulse, float slope) {
  float top = pulse->slope[0];
  pulse->since_steepest++;
  if (pulse->low && top > pulse->steepest && top >= slope && top > pulse->slope[1]) {
    pulse->steepest = top;
    pulse->since_steepest = 1;
    pulse->fraction = 0.5f * (pulse->slope[1] - slope) / (pulse->slope[1] - 2 * top + slope);
  }
  pulse->slope[1] = top;
  pulse->slope[0] = slope;
}

bool pulse_accept(struct pulse *pulse, float sample, struct pulse_beat *beat) {
  float before = pulse->smoother;
  if (!(sample - sample == 0)) {
    return false; /* not a number */
  }
  if (pulse->since_start == 0 && pulse->height == 0 && pulse->level == 0) {
    pulse->level = sample;
  }
  pulse->level += share(pulse, LEVEL_HZ) * (sample - pulse->level);
  pulse->smooth += share(pulse, SMOOTH_HZ) * (sample - pulse->level - pulse->smooth);
  pulse->smoother += share(pulse, SMOOTH_HZ) * (pulse->smooth - pulse->smoother);
  pulse->since_beat++;
  pulse->since_start++;
  look_at_slope(pulse, pulse->smoother - before);
  if (pulse->smoother > pulse->high) {
    pulse->high = pulse->smoother;
  }
  if (pulse->height == 0) {
    if (pulse->since_start <= samples(pulse, SETTLE_SECONDS)) {
      pulse->high = 0;
    } else if (pulse->since_start >= samples(pulse, LEARN_SECONDS)) {
      pulse->height = pulse->high;
      pulse->high = 0;
      pulse->since_beat = 0;
    }
    return false;
  }
  if (pulse->smoother < LOW * pulse->height) {
    if (!pulse->low && pulse->high > CROSSING * pulse->height) {
      weigh(pulse);
    }
    pulse->steepest = pulse->low ? pulse->steepest : 0;
    pulse->low = true;
  }
  if (pulse->since_beat > samples(pulse, LOST_SECONDS)) {
    learn_anew(pulse);
    return false;
  }
  if (pulse->since_beat > samples(pulse, LATE_SECONDS)) {
    pulse->height -= pulse->height / (FADE_SECONDS * pulse->rate_hz); /* a lighter finger */
  }
  if (!pulse->low || pulse->steepest == 0 || pulse->smoother < CROSSING * pulse->height) {
    return false;
  }
  if (pulse->since_beat < shortest(pulse) + pulse->since_steepest) {
    return false;
  }
  beat->before = (float)pulse->since_steepest - pulse->fraction;
  beat->quality = pulse->likeness;
  pulse->interval = pulse->since_beat - pulse->since_steepest;
  pulse->since_beat = pulse->since_steepest;
  pulse->high = pulse->smoother;
  pulse->low = false;
  return true;
}

bool pulse_there(const struct pulse *pulse) { return pulse->height > 0 && pulse->interval > 0; }
