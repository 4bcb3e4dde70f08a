/* The payload of the Bluetooth Heart Rate Measurement (characteristic 2A37), HRS 1.0 section 3.1. */
#ifndef HEART_RATE_H
#define HEART_RATE_H

#include "hrlp.h"

#ifdef __cplusplus
extern "C" {
#endif

#define HEART_RATE_MOST 9 /* intervals in a notification of 20 bytes */

struct heart_rate {
  uint16_t bpm; /* 0 is none */
  enum hrlp_contact contact;
  uint8_t count;
  uint16_t rr[HEART_RATE_MOST]; /* oldest first, in 1/1024 s */
};

/* False when the payload is shorter than its flags say; what is read until then is kept. */
bool heart_rate_read(const uint8_t *payload, size_t length, struct heart_rate *out);

#ifdef __cplusplus
}
#endif
#endif
