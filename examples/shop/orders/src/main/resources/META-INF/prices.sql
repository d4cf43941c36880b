-- SPDX-License-Identifier: Apache-2.0
INSERT INTO prices (sku, cents) VALUES ('thread', 250);
INSERT INTO prices (sku, cents) VALUES ('spindle', 1200);
INSERT INTO prices (sku, cents) VALUES ('lamp', 3990);
