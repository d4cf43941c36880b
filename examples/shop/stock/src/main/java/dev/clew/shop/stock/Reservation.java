// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What is to be kept for an order. */
public record Reservation(@NotBlank String orderId, @NotEmpty List<@NotNull @Valid Item> items) {}
