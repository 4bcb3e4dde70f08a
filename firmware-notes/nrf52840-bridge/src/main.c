/*
 * A Bluetooth heart-rate strap on a USB serial port: nRF52840 dongle with Zephyr 3.7, HRLP/1.
 * NEITHER RUN ON HARDWARE NOR COMPILED by us; the portable part it stands on is tested on a
 * computer. Building and flashing: ../../README.md.
 */
#include <string.h>
#include <zephyr/bluetooth/bluetooth.h>
#include <zephyr/bluetooth/conn.h>
#include <zephyr/bluetooth/gatt.h>
#include <zephyr/bluetooth/uuid.h>
#include <zephyr/device.h>
#include <zephyr/drivers/hwinfo.h>
#include <zephyr/drivers/uart.h>
#include <zephyr/kernel.h>
#include <zephyr/sys/ring_buffer.h>
#include <zephyr/usb/usb_device.h>

#include "heart_rate.h"
#include "hrlp.h"
#include "strap.h"

#define STATUS_MS 10000
#define HEARTBEAT_MS 1000
#define QUIET_MS 5000
#define NO_BATTERY 255
#define NAME_MOST 32

/* What the Bluetooth threads hand to the main one. Only the main thread writes to the cable. */
struct notified {
  uint32_t ms;
  uint8_t length;
  uint8_t payload[20];
};
K_MSGQ_DEFINE(notifications, sizeof(struct notified), 32, 4);
RING_BUF_DECLARE(sending, 4096);
RING_BUF_DECLARE(received, 512);

enum radio { RADIO_IDLE, RADIO_SCANNING, RADIO_FOUND, RADIO_CONNECTED, RADIO_READY, RADIO_LOST };

static const struct device *const port = DEVICE_DT_GET(DT_NODELABEL(cdc_acm_uart0));
static struct hrlp out;
static struct hrlp_in in;
static struct strap_wish wish;
static atomic_t radio = ATOMIC_INIT(RADIO_IDLE);
static atomic_t beats_lost;
static atomic_t failed; /* an hrlp_fault to be told */
static atomic_t battery = ATOMIC_INIT(NO_BATTERY);
static struct bt_conn *link;
static bt_addr_le_t strap_address;
static bt_addr_le_t nameless;
static char strap_name[NAME_MOST];
static char heard_name[NAME_MOST];
static int8_t strap_rssi;
static struct bt_gatt_discover_params discovery;
static struct bt_gatt_subscribe_params subscription;
static struct bt_gatt_read_params reading;
static uint16_t measurement_handle;
static char identity[17];

/* ---- the cable ---- */

static void port_ready(const struct device *device, void *unused) {
  uint8_t *at;
  ARG_UNUSED(unused);
  while (uart_irq_update(device) && uart_irq_is_pending(device)) {
    if (uart_irq_rx_ready(device)) {
      uint8_t bytes[64];
      int count = uart_fifo_read(device, bytes, sizeof bytes);
      if (count > 0) {
        ring_buf_put(&received, bytes, (uint32_t)count);
      }
    }
    if (uart_irq_tx_ready(device)) {
      uint32_t count = ring_buf_get_claim(&sending, &at, 64);
      int sent = count == 0 ? 0 : uart_fifo_fill(device, at, (int)count);
      ring_buf_get_finish(&sending, sent < 0 ? 0 : (uint32_t)sent);
      if (count == 0) {
        uart_irq_tx_disable(device);
      }
    }
  }
}

/* Whole lines or none: a host that does not read must not get halves later. */
static bool put_line(void *unused, const char *line, size_t length) {
  uint32_t open = 0;
  ARG_UNUSED(unused);
  uart_line_ctrl_get(port, UART_LINE_CTRL_DTR, &open);
  if (!open || ring_buf_space_get(&sending) < length) {
    return false;
  }
  ring_buf_put(&sending, (const uint8_t *)line, (uint32_t)length);
  uart_irq_tx_enable(port);
  return true;
}

/* ---- the radio ---- */

static uint8_t on_notified(struct bt_conn *conn, struct bt_gatt_subscribe_params *params,
                           const void *data, uint16_t length) {
  struct notified one;
  ARG_UNUSED(conn);
  if (data == NULL) {
    params->value_handle = 0;
    return BT_GATT_ITER_STOP;
  }
  one.ms = k_uptime_get_32();
  one.length = (uint8_t)MIN(length, sizeof one.payload);
  memcpy(one.payload, data, one.length);
  if (k_msgq_put(&notifications, &one, K_NO_WAIT) != 0) {
    struct heart_rate lost;
    heart_rate_read(one.payload, one.length, &lost);
    atomic_add(&beats_lost, lost.count);
  }
  return BT_GATT_ITER_CONTINUE;
}

static uint8_t on_battery(struct bt_conn *conn, uint8_t error, struct bt_gatt_read_params *params,
                          const void *data, uint16_t length) {
  ARG_UNUSED(conn);
  ARG_UNUSED(params);
  if (error == 0 && data != NULL && length >= 1) {
    atomic_set(&battery, *(const uint8_t *)data);
  }
  return BT_GATT_ITER_STOP;
}

static void give_up(int fault) {
  atomic_set(&failed, fault);
  if (link != NULL) {
    bt_conn_disconnect(link, BT_HCI_ERR_REMOTE_USER_TERM_CONN);
  }
}

static void read_battery(void) {
  reading.func = on_battery;
  reading.handle_count = 0;
  reading.by_uuid.start_handle = BT_ATT_FIRST_ATTRIBUTE_HANDLE;
  reading.by_uuid.end_handle = BT_ATT_LAST_ATTRIBUTE_HANDLE;
  reading.by_uuid.uuid = BT_UUID_BAS_BATTERY_LEVEL;
  bt_gatt_read(link, &reading);
}

/* First the measurement, then its switch for notifications: handles differ between straps. */
static uint8_t on_discovered(struct bt_conn *conn, const struct bt_gatt_attr *attribute,
                             struct bt_gatt_discover_params *params) {
  if (attribute == NULL) {
    give_up(HRLP_GATT_FAILED);
    return BT_GATT_ITER_STOP;
  }
  if (params->type == BT_GATT_DISCOVER_CHARACTERISTIC) {
    measurement_handle = bt_gatt_attr_value_handle(attribute);
    discovery.uuid = BT_UUID_GATT_CCC;
    discovery.start_handle = (uint16_t)(measurement_handle + 1);
    discovery.type = BT_GATT_DISCOVER_DESCRIPTOR;
    if (bt_gatt_discover(conn, &discovery) != 0) {
      give_up(HRLP_GATT_FAILED);
    }
    return BT_GATT_ITER_STOP;
  }
  subscription.notify = on_notified;
  subscription.value = BT_GATT_CCC_NOTIFY;
  subscription.value_handle = measurement_handle;
  subscription.ccc_handle = attribute->handle;
  if (bt_gatt_subscribe(conn, &subscription) != 0) {
    give_up(HRLP_GATT_FAILED);
  } else {
    read_battery();
    atomic_set(&radio, RADIO_READY);
  }
  return BT_GATT_ITER_STOP;
}

static void on_connected(struct bt_conn *conn, uint8_t error) {
  if (error != 0) {
    bt_conn_unref(link);
    link = NULL;
    atomic_set(&failed, HRLP_CONNECT_FAILED);
    atomic_set(&radio, RADIO_LOST);
    return;
  }
  discovery.uuid = BT_UUID_HRS_MEASUREMENT;
  discovery.func = on_discovered;
  discovery.start_handle = BT_ATT_FIRST_ATTRIBUTE_HANDLE;
  discovery.end_handle = BT_ATT_LAST_ATTRIBUTE_HANDLE;
  discovery.type = BT_GATT_DISCOVER_CHARACTERISTIC;
  if (bt_gatt_discover(conn, &discovery) != 0) {
    give_up(HRLP_GATT_FAILED);
  }
}

static void on_disconnected(struct bt_conn *conn, uint8_t reason) {
  ARG_UNUSED(reason);
  if (conn == link) {
    bt_conn_unref(link);
    link = NULL;
    atomic_set(&radio, RADIO_LOST);
  }
}

BT_CONN_CB_DEFINE(callbacks) = {.connected = on_connected, .disconnected = on_disconnected};

static bool on_field(struct bt_data *field, void *has_heart_rate) {
  if (field->type == BT_DATA_NAME_COMPLETE || field->type == BT_DATA_NAME_SHORTENED) {
    size_t length = MIN(field->data_len, sizeof heard_name - 1);
    memcpy(heard_name, field->data, length);
    heard_name[length] = '\0';
  }
  if (field->type == BT_DATA_UUID16_SOME || field->type == BT_DATA_UUID16_ALL) {
    for (uint8_t i = 0; i + 1 < field->data_len; i += 2) {
      *(bool *)has_heart_rate |= (field->data[i] | field->data[i + 1] << 8) == BT_UUID_HRS_VAL;
    }
  }
  return true;
}

static void on_heard(const bt_addr_le_t *address, int8_t rssi, uint8_t type,
                     struct net_buf_simple *data) {
  char written[BT_ADDR_STR_LEN];
  /* Some straps give their name only in the scan response, which has no list of services. */
  bool heart_rate = type == BT_GAP_ADV_TYPE_SCAN_RSP && bt_addr_le_eq(address, &nameless);
  if ((type != BT_GAP_ADV_TYPE_ADV_IND && !heart_rate) ||
      atomic_get(&radio) != RADIO_SCANNING) {
    return;
  }
  heard_name[0] = '\0';
  bt_data_parse(data, on_field, &heart_rate);
  bt_addr_to_str(&address->a, written, sizeof written);
  if (heart_rate && strap_wanted(&wish, heard_name, written)) {
    strap_address = *address;
    strap_rssi = rssi;
    strcpy(strap_name, heard_name[0] == '\0' ? "strap" : heard_name);
    atomic_set(&radio, RADIO_FOUND);
  } else if (heart_rate) {
    nameless = *address;
  }
}

/* ---- the main thread ---- */

static const char *state_word(atomic_val_t now) {
  switch (now) {
    case RADIO_SCANNING:
      return "SCAN";
    case RADIO_FOUND:
    case RADIO_CONNECTED:
      return "CONN";
    case RADIO_READY:
      return "RDY";
    case RADIO_LOST:
      return "LOST";
    default:
      return "IDLE";
  }
}

static void tell_status(uint32_t now) {
  char address[BT_ADDR_STR_LEN] = "";
  if (strap_name[0] != '\0') {
    bt_addr_to_str(&strap_address.a, address, sizeof address);
  }
  hrlp_status(&out, now, 0, state_word(atomic_get(&radio)), strap_name, address, strap_rssi,
              (uint8_t)atomic_get(&battery));
}

static void hello(void) {
  hrlp_hello(&out, k_uptime_get_32(), "1.0.0", "nRF52840", identity, "RV");
}

static void answer(void) {
  uint8_t byte;
  struct hrlp_command command;
  while (ring_buf_get(&received, &byte, 1) == 1) {
    int rc;
    enum strap_order order;
    if (!hrlp_accept(&in, (char)byte, &command)) {
      continue;
    }
    order = strap_command(&wish, &command, &rc);
    hrlp_answer(&out, k_uptime_get_32(), command.kind, command.seq, rc);
    if (order == STRAP_HELLO) {
      hello();
      tell_status(k_uptime_get_32());
    } else if (order != STRAP_NOTHING) {
      if (atomic_get(&radio) == RADIO_SCANNING) {
        bt_le_scan_stop();
        atomic_set(&radio, RADIO_IDLE);
      } else if (link != NULL) {
        bt_conn_disconnect(link, BT_HCI_ERR_REMOTE_USER_TERM_CONN);
      }
      strap_name[0] = '\0';
      atomic_set(&battery, NO_BATTERY);
    }
  }
}

static void drive(uint32_t now, uint32_t notified_ms) {
  switch (atomic_get(&radio)) {
    case RADIO_IDLE:
    case RADIO_LOST:
      if (wish.connect && link == NULL && bt_le_scan_start(BT_LE_SCAN_ACTIVE, on_heard) == 0) {
        atomic_set(&radio, RADIO_SCANNING);
      }
      break;
    case RADIO_FOUND:
      bt_le_scan_stop();
      if (bt_conn_le_create(&strap_address, BT_CONN_LE_CREATE_CONN, BT_LE_CONN_PARAM_DEFAULT,
                            &link) == 0) {
        atomic_set(&radio, RADIO_CONNECTED);
      } else {
        atomic_set(&failed, HRLP_CONNECT_FAILED);
        atomic_set(&radio, RADIO_LOST);
      }
      break;
    case RADIO_READY:
      if (now - notified_ms > QUIET_MS && link != NULL) {
        bt_conn_disconnect(link, BT_HCI_ERR_REMOTE_USER_TERM_CONN);
      }
      break;
    default:
      break;
  }
}

int main(void) {
  uint8_t id[8] = {0};
  struct notified one;
  uint32_t status_ms = 0;
  uint32_t spoken_ms = 0;
  uint32_t notified_ms = 0;
  atomic_val_t told = RADIO_IDLE;
  hwinfo_get_device_id(id, sizeof id);
  bin2hex(id, sizeof id, identity, sizeof identity);
  hrlp_begin(&out, put_line, NULL);
  hrlp_listen(&in);
  strap_begin(&wish);
  usb_enable(NULL);
  uart_irq_callback_set(port, port_ready);
  uart_irq_rx_enable(port);
  bt_enable(NULL);
  hello();
  for (;;) {
    uint32_t now = k_uptime_get_32();
    atomic_val_t fault = atomic_set(&failed, 0);
    atomic_val_t present;
    answer();
    if (fault != 0) {
      hrlp_error(&out, now, (enum hrlp_fault)fault, strap_name);
    }
    drive(now, notified_ms);
    while (k_msgq_get(&notifications, &one, K_MSEC(2)) == 0) {
      struct heart_rate read;
      atomic_val_t lost = atomic_set(&beats_lost, 0);
      hrlp_lost(&out, 0, (uint16_t)lost);
      heart_rate_read(one.payload, one.length, &read);
      hrlp_heart_rate(&out, one.ms, 0, read.contact, read.bpm, 1024, read.rr, read.count);
      notified_ms = spoken_ms = one.ms;
    }
    present = atomic_get(&radio);
    if (present == RADIO_READY && told != RADIO_READY) {
      notified_ms = now;
    }
    if (present != told || now - status_ms >= STATUS_MS || now - spoken_ms >= HEARTBEAT_MS) {
      told = present;
      status_ms = spoken_ms = now;
      tell_status(now);
    }
  }
  return 0;
}
