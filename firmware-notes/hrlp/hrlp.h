/*
 * HRLP/1 for the board's side: lines out, commands in. Plain C99, no heap, no clock, no I/O; the
 * same code runs on the boards and in Downshift's tests. Format: ../README.md.
 */
#ifndef HRLP_H
#define HRLP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Most characters between '$' and the line end, and sensors behind one board. */
#define HRLP_MOST 240
#define HRLP_SOURCES 16
#define HRLP_MOST_FIELDS 8

/* What a contact field says. */
enum hrlp_contact { HRLP_CONTACT_UNKNOWN = -1, HRLP_CONTACT_LOST = 0, HRLP_CONTACT_GOOD = 1 };

/* Codes of an HX line. */
enum hrlp_fault {
  HRLP_NO_STRAP = 17,
  HRLP_CONNECT_FAILED = 18,
  HRLP_GATT_FAILED = 19,
  HRLP_OVERFLOW = 20
};

/* Takes a whole line with its CR LF; false when it could not be sent, which counts as dropped. */
typedef bool (*hrlp_sink)(void *to, const char *line, size_t length);

/* The sending half. Its counters are the board's promise that no loss stays unseen. */
struct hrlp {
  hrlp_sink sink;
  void *to;
  uint16_t seq;                   /* of the next line */
  uint16_t beats[HRLP_SOURCES];   /* counted so far, lost ones too */
  uint32_t dropped;               /* lines that never left */
  char line[HRLP_MOST + 4];
  size_t length;
  bool whole;
};

/* CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF; "123456789" gives 0x29B1. */
uint16_t hrlp_crc(const char *bytes, size_t length);

void hrlp_begin(struct hrlp *out, hrlp_sink sink, void *to);

/*
 * Each sends one line stamped with the board's milliseconds and returns whether it left. A line
 * that was built and not sent keeps its number, so that the host sees the hole. Texts: characters
 * that would break the frame become '_', NULL is "not available".
 */
bool hrlp_hello(struct hrlp *out, uint32_t t, const char *firmware, const char *model,
                const char *id, const char *capabilities);

/* What a strap sent: hr 0 is "none"; the intervals, oldest first, count as beats. */
bool hrlp_heart_rate(struct hrlp *out, uint32_t t, uint8_t source, enum hrlp_contact contact,
                     uint16_t hr, uint32_t ticks_per_second, const uint16_t *rr, size_t count);

/* One beat of the board's own detector; t is the instant of the beat. */
bool hrlp_beat(struct hrlp *out, uint32_t t, uint8_t source, enum hrlp_contact contact,
               uint32_t ticks_per_second, uint32_t rr, uint8_t quality);

/* Beats that are known to have been lost before the next line of this source. */
void hrlp_lost(struct hrlp *out, uint8_t source, uint16_t beats);

/* battery above 100 is "not available". */
bool hrlp_status(struct hrlp *out, uint32_t t, uint8_t source, const char *state, const char *name,
                 const char *address, int8_t rssi, uint8_t battery);

/*
 * Samples of a waveform, as many as fit into one line; returns how many were taken, 0 when none
 * could be sent. t is the instant of the last one taken.
 */
size_t hrlp_waveform(struct hrlp *out, uint32_t t, uint8_t source, const char *channel,
                     uint32_t rate_mhz, uint32_t first_index, uint32_t nanovolts_per_step,
                     const int32_t *values, size_t count);

bool hrlp_answer(struct hrlp *out, uint32_t t, const char *command, uint16_t command_seq, int rc);

bool hrlp_error(struct hrlp *out, uint32_t t, enum hrlp_fault code, const char *text);

/* The receiving half: one line at a time, byte by byte, from whatever the cable brings. */
struct hrlp_in {
  char line[HRLP_MOST + 1];
  size_t length;
  bool inside;
  uint32_t rejected; /* lines with a wrong checksum or form, or too long */
};

/* A command as it came; the texts live in the hrlp_in until its next byte. */
struct hrlp_command {
  char kind[3];
  uint16_t seq;
  uint8_t count;
  const char *fields[HRLP_MOST_FIELDS]; /* those after seq and t */
};

void hrlp_listen(struct hrlp_in *in);

/* Takes one byte; true when it completed a good line, which then stands in command. */
bool hrlp_accept(struct hrlp_in *in, char byte, struct hrlp_command *command);

#ifdef __cplusplus
}
#endif
#endif
