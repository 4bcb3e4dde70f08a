#include "hrlp.h"

#include <string.h>

uint16_t hrlp_crc(const char *bytes, size_t length) {
  uint16_t crc = 0xFFFF;
  for (size_t i = 0; i < length; i++) {
    crc ^= (uint16_t)((uint16_t)(uint8_t)bytes[i] << 8);
    for (int bit = 0; bit < 8; bit++) {
      crc = (uint16_t)((crc & 0x8000) ? (crc << 1) ^ 0x1021 : crc << 1);
    }
  }
  return crc;
}

void hrlp_begin(struct hrlp *out, hrlp_sink sink, void *to) {
  memset(out, 0, sizeof *out);
  out->sink = sink;
  out->to = to;
}

/* ---- building a line: '$' stands at 0, five characters are kept for "*CCCC" ---- */

static void put(struct hrlp *out, char c) {
  if (out->length < HRLP_MOST - 4) {
    out->line[out->length++] = c;
  } else {
    out->whole = false;
  }
}

static void put_number(struct hrlp *out, int64_t value) {
  char digits[20];
  size_t n = 0;
  uint64_t left = value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
  if (value < 0) {
    put(out, '-');
  }
  do {
    digits[n++] = (char)('0' + left % 10);
    left /= 10;
  } while (left > 0);
  while (n > 0) {
    put(out, digits[--n]);
  }
}

static void number(struct hrlp *out, int64_t value) {
  put(out, ',');
  put_number(out, value);
}

static void text(struct hrlp *out, const char *words) {
  put(out, ',');
  for (; words != NULL && *words != '\0'; words++) {
    bool plain = *words >= 0x20 && *words <= 0x7E && strchr("$*,;", *words) == NULL;
    put(out, plain ? *words : '_');
  }
}

static void begin(struct hrlp *out, const char *kind, uint32_t t) {
  out->length = 0;
  out->whole = true;
  put(out, '$');
  put(out, kind[0]);
  put(out, kind[1]);
  number(out, out->seq);
  number(out, t);
}

static bool send(struct hrlp *out) {
  static const char hex[] = "0123456789ABCDEF";
  out->seq++;
  if (out->whole) {
    uint16_t crc = hrlp_crc(out->line + 1, out->length - 1);
    out->line[out->length++] = '*';
    for (int shift = 12; shift >= 0; shift -= 4) {
      out->line[out->length++] = hex[(crc >> shift) & 0xF];
    }
    out->line[out->length++] = '\r';
    out->line[out->length++] = '\n';
    if (out->sink(out->to, out->line, out->length)) {
      return true;
    }
  }
  out->dropped++;
  return false;
}

static void contact_field(struct hrlp *out, enum hrlp_contact contact) {
  put(out, ',');
  if (contact != HRLP_CONTACT_UNKNOWN) {
    put(out, contact == HRLP_CONTACT_GOOD ? '1' : '0');
  }
}

/* ---- the lines ---- */

bool hrlp_hello(struct hrlp *out, uint32_t t, const char *firmware, const char *model,
                const char *id, const char *capabilities) {
  begin(out, "HI", t);
  number(out, 1);
  text(out, firmware);
  text(out, model);
  text(out, id);
  text(out, capabilities);
  return send(out);
}

bool hrlp_heart_rate(struct hrlp *out, uint32_t t, uint8_t source, enum hrlp_contact contact,
                     uint16_t hr, uint32_t ticks_per_second, const uint16_t *rr, size_t count) {
  uint16_t *beats = &out->beats[source % HRLP_SOURCES];
  *beats = (uint16_t)(*beats + count);
  begin(out, "HR", t);
  number(out, source);
  contact_field(out, contact);
  put(out, ',');
  if (hr > 0) {
    put_number(out, hr);
  }
  number(out, *beats);
  number(out, ticks_per_second);
  put(out, ',');
  for (size_t i = 0; i < count; i++) {
    if (i > 0) {
      put(out, ';');
    }
    put_number(out, rr[i]);
  }
  return send(out);
}

bool hrlp_beat(struct hrlp *out, uint32_t t, uint8_t source, enum hrlp_contact contact,
               uint32_t ticks_per_second, uint32_t rr, uint8_t quality) {
  uint16_t *beats = &out->beats[source % HRLP_SOURCES];
  (*beats)++;
  begin(out, "HB", t);
  number(out, source);
  contact_field(out, contact);
  number(out, *beats);
  number(out, ticks_per_second);
  number(out, rr);
  number(out, quality);
  return send(out);
}

void hrlp_lost(struct hrlp *out, uint8_t source, uint16_t beats) {
  uint16_t *counted = &out->beats[source % HRLP_SOURCES];
  *counted = (uint16_t)(*counted + beats);
}

bool hrlp_status(struct hrlp *out, uint32_t t, uint8_t source, const char *state, const char *name,
                 const char *address, int8_t rssi, uint8_t battery) {
  begin(out, "HS", t);
  number(out, source);
  text(out, state);
  text(out, name);
  text(out, address);
  number(out, rssi);
  put(out, ',');
  if (battery <= 100) {
    put_number(out, battery);
  }
  number(out, out->dropped);
  return send(out);
}

size_t hrlp_waveform(struct hrlp *out, uint32_t t, uint8_t source, const char *channel,
                     uint32_t rate_mhz, uint32_t first_index, uint32_t nanovolts_per_step,
                     const int32_t *values, size_t count) {
  size_t taken = 0;
  begin(out, "HW", t);
  number(out, source);
  text(out, channel);
  number(out, rate_mhz);
  number(out, first_index);
  number(out, nanovolts_per_step);
  put(out, ',');
  while (taken < count) {
    size_t before = out->length;
    if (taken > 0) {
      put(out, ';');
    }
    put_number(out, values[taken]);
    if (!out->whole) {
      out->length = before; /* the rest goes into the next line */
      out->whole = taken > 0;
      break;
    }
    taken++;
  }
  return send(out) ? taken : 0;
}

bool hrlp_answer(struct hrlp *out, uint32_t t, const char *command, uint16_t command_seq, int rc) {
  begin(out, "HA", t);
  text(out, command);
  number(out, command_seq);
  number(out, rc);
  return send(out);
}

bool hrlp_error(struct hrlp *out, uint32_t t, enum hrlp_fault code, const char *words) {
  begin(out, "HX", t);
  number(out, code);
  text(out, words);
  return send(out);
}

/* ---- commands ---- */

void hrlp_listen(struct hrlp_in *in) { memset(in, 0, sizeof *in); }

static int digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool checked(struct hrlp_in *in) {
  size_t end = in->length;
  uint16_t crc = 0;
  if (end > 0 && in->line[end - 1] == '\r') {
    end--;
  }
  if (end < 5 || in->line[end - 5] != '*') {
    return false;
  }
  for (size_t i = end - 4; i < end; i++) {
    int value = digit(in->line[i]);
    if (value < 0) {
      return false;
    }
    crc = (uint16_t)(crc << 4 | value);
  }
  end -= 5;
  in->line[end] = '\0';
  in->length = end;
  return crc == hrlp_crc(in->line, end);
}

static bool sequence(const char *digits, uint16_t *seq) {
  uint32_t value = 0;
  if (*digits == '\0') {
    return false;
  }
  for (; *digits != '\0'; digits++) {
    if (*digits < '0' || *digits > '9') {
      return false;
    }
    value = value * 10 + (uint32_t)(*digits - '0');
    if (value > 0xFFFF) {
      return false;
    }
  }
  *seq = (uint16_t)value;
  return true;
}

static bool split(struct hrlp_in *in, struct hrlp_command *command) {
  char *line = in->line;
  const char *parts[HRLP_MOST_FIELDS + 3];
  size_t count = 0;
  if (in->length != strlen(line)) {
    return false; /* a zero byte within */
  }
  for (char *at = line;; at++) {
    if (at == line || at[-1] == '\0') {
      if (count == sizeof parts / sizeof *parts) {
        return false;
      }
      parts[count++] = at;
    }
    if (*at == '\0') {
      break;
    }
    if (*at == ',') {
      *at = '\0';
    }
  }
  if (count < 3 || strlen(parts[0]) != 2 || !sequence(parts[1], &command->seq)) {
    return false;
  }
  memcpy(command->kind, parts[0], 3);
  command->count = (uint8_t)(count - 3);
  for (size_t i = 3; i < count; i++) {
    command->fields[i - 3] = parts[i];
  }
  return true;
}

bool hrlp_accept(struct hrlp_in *in, char byte, struct hrlp_command *command) {
  if (byte == '$') {
    in->rejected += in->inside ? 1 : 0;
    in->inside = true;
    in->length = 0;
    return false;
  }
  if (!in->inside) {
    return false;
  }
  if (byte == '\n') {
    in->inside = false;
    if (checked(in) && split(in, command)) {
      return true;
    }
    in->rejected++;
    return false;
  }
  if (in->length == HRLP_MOST) {
    in->inside = false;
    in->rejected++;
    return false;
  }
  in->line[in->length++] = byte;
  return false;
}
