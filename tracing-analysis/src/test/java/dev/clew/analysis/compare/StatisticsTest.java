// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void chancesAreThoseOfCountingAllPossibilities() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int subject = 1 + random.nextInt(40);
      int baseline = 1 + random.nextInt(40);
      int one = random.nextInt(subject + 1);
      int other = random.nextInt(baseline + 1);
      double expected = counted(one, one + other, subject, subject + baseline);
      double chance = new Statistics(subject, baseline).chance(one, one + other);
      if ((double) one / subject > (double) other / baseline) {
        assertThat(chance).as("seed %d", seed).isCloseTo(expected, within(1e-9 * expected));
      } else {
        assertThat(chance).as("seed %d", seed).isEqualTo(1);
      }
    }
  }

  @Test
  void theLeastChanceIsThatOfTheClearestResult() {
    Statistics statistics = new Statistics(20, 80);
    assertThat(statistics.leastChance(10)).isCloseTo(statistics.chance(10, 10), within(1e-15));
    assertThat(statistics.leastChance(30)).isCloseTo(statistics.chance(20, 30), within(1e-15));
    assertThat(statistics.leastChance(1)).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void largeGroupsAreNoProblem() {
    Statistics statistics = new Statistics(50_000, 50_000);
    assertThat(statistics.chance(40_000, 50_000)).isBetween(0.0, 1e-300);
    assertThat(statistics.chance(25_100, 50_000)).isBetween(0.05, 0.2);
  }

  /** Newcombe (1998), method 10, its first example: 56 of 70 against 48 of 80. */
  @Test
  void leastDifferencesAreNewcombes() {
    assertThat(new Statistics(70, 80).leastDifference(56, 48)).isCloseTo(0.0524, within(0.0001));
    assertThat(new Statistics(3, 1000).leastDifference(3, 0))
        .isLessThan(new Statistics(300, 1000).leastDifference(290, 0));
  }

  private static double counted(int atLeast, int having, int subject, int all) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = atLeast; i <= Math.min(having, subject); i++) {
      sum = sum.add(choose(having, i).multiply(choose(all - having, subject - i)));
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(choose(all, subject)), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static BigInteger choose(int from, int count) {
    if (count < 0 || count > from) {
      return BigInteger.ZERO;
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= count; i++) {
      product =
          product.multiply(BigInteger.valueOf(from - count + i)).divide(BigInteger.valueOf(i));
    }
    return product;
  }
}
