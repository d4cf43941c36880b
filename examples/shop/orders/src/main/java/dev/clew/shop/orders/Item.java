// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/** So many of one product. */
public record Item(@NotBlank String sku, @Positive int quantity) {}
