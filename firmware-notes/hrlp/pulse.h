/*
 * Finds beats in the samples of a finger or ear sensor, on the board, so that their instants are
 * the board's own and no cable delays them. The instant is where the pulse wave rises fastest: that
 * hardly depends on how hard the finger presses. Plain C99, no heap, a few float operations a
 * sample.
 */
#ifndef PULSE_H
#define PULSE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct pulse {
  float rate_hz;
  float level;    /* around which the pulse swings */
  float smooth;   /* the pulse, low-passed once and twice */
  float smoother;
  float slope[2]; /* per sample: the last, and the one before */
  float height;   /* of recent beats; 0 while learning */
  float high;     /* the highest since the last beat */
  float steepest; /* the steepest rise since the pulse was low */
  float fraction; /* of a sample: how much before its sample it was steepest */
  uint32_t since_steepest; /* samples, as the next three */
  uint32_t since_beat;
  uint32_t since_start;
  uint32_t interval; /* of the last beat; 0 when unknown */
  bool low;          /* has been low since the last beat */
  uint8_t likeness;  /* of the last whole beat's height to the usual one, 0 to 100 */
};

/* A beat and when it was: so many samples before the one just given. */
struct pulse_beat {
  float before;
  uint8_t quality; /* 0 to 100: how like the usual one the height of the beat before was */
};

/* rate_hz: 50 to 1000. */
void pulse_begin(struct pulse *pulse, float rate_hz);

/* Takes a sample in any unit, larger for more blood; true when it completed a beat. */
bool pulse_accept(struct pulse *pulse, float sample, struct pulse_beat *beat);

/* Whether the last two and a half seconds held a beat. */
bool pulse_there(const struct pulse *pulse);

#ifdef __cplusplus
}
#endif
#endif
