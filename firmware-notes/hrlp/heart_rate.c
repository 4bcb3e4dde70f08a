#include "heart_rate.h"

static uint16_t little(const uint8_t *at) { return (uint16_t)(at[0] | at[1] << 8); }

bool heart_rate_read(const uint8_t *payload, size_t length, struct heart_rate *out) {
  uint8_t flags;
  size_t at = 1;
  out->bpm = 0;
  out->contact = HRLP_CONTACT_UNKNOWN;
  out->count = 0;
  if (length < 2) {
    return false;
  }
  flags = payload[0];
  if (flags & 0x04) {
    out->contact = (flags & 0x02) ? HRLP_CONTACT_GOOD : HRLP_CONTACT_LOST;
  }
  if (flags & 0x01) {
    if (length < 3) {
      return false;
    }
    out->bpm = little(payload + at);
    at += 2;
  } else {
    out->bpm = payload[at++];
  }
  if (flags & 0x08) {
    at += 2; /* energy expended */
  }
  if (!(flags & 0x10)) {
    return at <= length;
  }
  for (; at + 2 <= length && out->count < HEART_RATE_MOST; at += 2) {
    out->rr[out->count++] = little(payload + at);
  }
  return at == length;
}
