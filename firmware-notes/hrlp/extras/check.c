/*
 * Runs the portable part on a computer: instructions come as lines on standard input, what a board
 * would send goes to standard output. Downshift's tests use it; how to try it is in ../../README.md.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "heart_rate.h"
#include "hrlp.h"
#include "pulse.h"
#include "strap.h"

static bool print(void *to, const char *line, size_t length) {
  return fwrite(line, 1, length, (FILE *)to) == length;
}

static bool refuse(void *to, const char *line, size_t length) {
  (void)to;
  (void)line;
  (void)length;
  return false;
}

/* The next word of the line; '-' stands for none, '~' for a space. */
static const char *word(void) {
  char *next = strtok(NULL, " \n");
  if (next == NULL || strcmp(next, "-") == 0) {
    return "";
  }
  for (char *at = strchr(next, '~'); at != NULL; at = strchr(at, '~')) {
    *at = ' ';
  }
  return next;
}

static long number(void) { return strtol(word(), NULL, 10); }

static enum hrlp_contact contact(void) {
  const char *given = word();
  return *given == '\0' ? HRLP_CONTACT_UNKNOWN : *given == '1' ? HRLP_CONTACT_GOOD
                                                               : HRLP_CONTACT_LOST;
}

static size_t list(int32_t *values, size_t most) {
  char given[1000];
  size_t count = 0;
  char *at = given;
  strncpy(given, word(), sizeof given - 1);
  given[sizeof given - 1] = '\0';
  while (*at != '\0' && count < most) {
    values[count++] = (int32_t)strtol(at, &at, 10);
    at += *at == ';' ? 1 : 0;
  }
  return count;
}

static size_t bytes(uint8_t *values, size_t most) {
  const char *hex = word();
  size_t count = 0;
  unsigned value;
  for (; count < most && sscanf(hex, "%2x", &value) == 1; hex += 2) {
    values[count++] = (uint8_t)value;
  }
  return count;
}

static void listen(struct hrlp_in *in) {
  uint8_t given[2000];
  struct hrlp_command command;
  size_t count = bytes(given, sizeof given);
  for (size_t i = 0; i < count; i++) {
    if (hrlp_accept(in, (char)given[i], &command)) {
      printf("got %s %u", command.kind, command.seq);
      for (uint8_t f = 0; f < command.count; f++) {
        printf(" %s", *command.fields[f] == '\0' ? "-" : command.fields[f]);
      }
      printf("\n");
    }
  }
  printf("rejected %lu\n", (unsigned long)in->rejected);
}

/* Carries commands out, then says which of the straps named after them is wanted. */
static void straps(void) {
  uint8_t given[2000];
  struct hrlp_in in;
  struct hrlp_command command;
  struct strap_wish wish;
  size_t count = bytes(given, sizeof given);
  hrlp_listen(&in);
  strap_begin(&wish);
  for (size_t i = 0; i < count; i++) {
    if (hrlp_accept(&in, (char)given[i], &command)) {
      int rc;
      int order = (int)strap_command(&wish, &command, &rc);
      printf("%s order %d rc %d\n", command.kind, order, rc);
    }
  }
  for (const char *name = word(); *name != '\0'; name = word()) {
    const char *address = word();
    printf("%s %d\n", name, strap_wanted(&wish, *name == '?' ? NULL : name, address));
  }
}

static void payload(void) {
  uint8_t given[64];
  struct heart_rate read;
  bool whole = heart_rate_read(given, bytes(given, sizeof given), &read);
  printf("%s %u %d", whole ? "whole" : "cut", read.bpm, (int)read.contact);
  for (uint8_t i = 0; i < read.count; i++) {
    printf(" %u", read.rr[i]);
  }
  printf("\n");
}

/* Samples follow, one a line, until an empty line; beats come out in seconds. */
static void pulses(float rate_hz) {
  struct pulse pulse;
  struct pulse_beat beat;
  char line[64];
  unsigned long at = 0;
  pulse_begin(&pulse, rate_hz);
  while (fgets(line, sizeof line, stdin) != NULL && *line != '\n') {
    if (pulse_accept(&pulse, strtof(line, NULL), &beat)) {
      printf("beat %.5f %u\n", ((double)at - beat.before) / rate_hz, beat.quality);
    }
    at++;
  }
  printf("pulse %d\n", pulse_there(&pulse));
}

int main(void) {
  static char line[5000];
  struct hrlp out;
  struct hrlp_in in;
  int32_t values[200];
  uint16_t rr[200];
  hrlp_begin(&out, print, stdout);
  hrlp_listen(&in);
  while (fgets(line, sizeof line, stdin) != NULL) {
    const char *what = strtok(line, " \n");
    if (what == NULL) {
      continue;
    }
    if (strcmp(what, "seq") == 0) {
      out.seq = (uint16_t)number();
    } else if (strcmp(what, "lost") == 0) {
      uint8_t source = (uint8_t)number();
      hrlp_lost(&out, source, (uint16_t)number());
    } else if (strcmp(what, "sink") == 0) {
      out.sink = number() == 0 ? refuse : print;
    } else if (strcmp(what, "hi") == 0) {
      uint32_t t = (uint32_t)number();
      const char *firmware = word();
      const char *model = word();
      const char *id = word();
      hrlp_hello(&out, t, firmware, model, id, word());
    } else if (strcmp(what, "hr") == 0) {
      uint32_t t = (uint32_t)number();
      uint8_t source = (uint8_t)number();
      enum hrlp_contact skin = contact();
      uint16_t hr = (uint16_t)number();
      uint32_t ticks = (uint32_t)number();
      size_t count = list(values, 200);
      for (size_t i = 0; i < count; i++) {
        rr[i] = (uint16_t)values[i];
      }
      hrlp_heart_rate(&out, t, source, skin, hr, ticks, rr, count);
    } else if (strcmp(what, "hb") == 0) {
      uint32_t t = (uint32_t)number();
      uint8_t source = (uint8_t)number();
      enum hrlp_contact skin = contact();
      uint32_t ticks = (uint32_t)number();
      uint32_t interval = (uint32_t)number();
      hrlp_beat(&out, t, source, skin, ticks, interval, (uint8_t)number());
    } else if (strcmp(what, "hs") == 0) {
      uint32_t t = (uint32_t)number();
      uint8_t source = (uint8_t)number();
      char state[16];
      const char *name;
      const char *address;
      int8_t rssi;
      strncpy(state, word(), sizeof state - 1);
      state[sizeof state - 1] = '\0';
      name = word();
      address = word();
      rssi = (int8_t)number();
      hrlp_status(&out, t, source, state, name, address, rssi, (uint8_t)number());
    } else if (strcmp(what, "hw") == 0) {
      uint32_t t = (uint32_t)number();
      uint8_t source = (uint8_t)number();
      const char *channel = word();
      uint32_t rate = (uint32_t)number();
      uint32_t first = (uint32_t)number();
      uint32_t step = (uint32_t)number();
      size_t count = list(values, 200);
      fprintf(stdout, "taken %lu\n", (unsigned long)hrlp_waveform(&out, t, source, channel, rate,
                                                                  first, step, values, count));
    } else if (strcmp(what, "ha") == 0) {
      uint32_t t = (uint32_t)number();
      const char *command = word();
      uint16_t seq = (uint16_t)number();
      hrlp_answer(&out, t, command, seq, (int)number());
    } else if (strcmp(what, "hx") == 0) {
      uint32_t t = (uint32_t)number();
      enum hrlp_fault code = (enum hrlp_fault)number();
      hrlp_error(&out, t, code, word());
    } else if (strcmp(what, "rx") == 0) {
      listen(&in);
    } else if (strcmp(what, "2a37") == 0) {
      payload();
    } else if (strcmp(what, "straps") == 0) {
      straps();
    } else if (strcmp(what, "ppg") == 0) {
      pulses((float)number());
    } else {
      fprintf(stderr, "what is '%s'?\n", what);
      return 2;
    }
  }
  printf("dropped %lu\n", (unsigned long)out.dropped);
  return 0;
}
