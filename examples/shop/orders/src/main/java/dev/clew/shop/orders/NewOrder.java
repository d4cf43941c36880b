// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What a customer sends. */
public record NewOrder(@NotBlank String customer, @NotEmpty List<@NotNull @Valid Item> items) {}
