// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.db.Database;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      textBlock =
          """
          jdbc:postgresql://db1:5433/shop postgresql shop db1 5433
          jdbc:postgresql://db1/shop?currentSchema=s1&user=u postgresql shop|s1 db1 -1
          jdbc:postgresql://db1:1,db2:2/shop?targetServerType=primary postgresql shop db1 1
          jdbc:postgresql://[::1]:5432/shop postgresql shop ::1 5432
          jdbc:postgresql:shop postgresql shop - -1
          jdbc:postgresql://u:p@db1/shop?password=S3cret postgresql shop db1 -1
          jdbc:redshift://c.x1.eu-west-1.redshift.amazonaws.com:5439/dev aws.redshift dev c.x1.eu-west-1.redshift.amazonaws.com 5439
          jdbc:mysql://db1:3306/shop?useSSL=false mysql shop db1 3306
          jdbc:mysql:loadbalance://db1:3306,db2/shop mysql shop db1 3306
          jdbc:mysql://address=(host=db1)(port=3307)(user=u)/shop mysql shop db1 3307
          jdbc:mysql://u:S3cret@(host=db1,port=3307)/shop mysql shop db1 3307
          jdbc:mysql+srv://srv.example.com/shop mysql shop srv.example.com -1
          jdbc:mysql://db1 mysql - db1 -1
          jdbc:mysql:///shop mysql - - -1
          jdbc:mariadb:sequential://db1,db2/shop mariadb shop db1 -1
          jdbc:oracle:thin:@//db1:1521/shop.example.com oracle.db shop.example.com db1 1521
          jdbc:oracle:thin:u/S3cret@db1:1521:SHOP oracle.db SHOP db1 1521
          jdbc:oracle:thin:@db1:1521/shop oracle.db shop db1 1521
          jdbc:oracle:thin:@tcps://db1:1522/shop?wallet_location=/x oracle.db shop db1 1522
          jdbc:oracle:thin:@shop_tns oracle.db shop_tns - -1
          jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db1)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=shop))) oracle.db shop db1 1521
          jdbc:oracle:oci:@(DESCRIPTION=(ADDRESS=(HOST=db1))(CONNECT_DATA=(SID=shop))) oracle.db shop db1 -1
          jdbc:sqlserver://db1:1433;databaseName=shop;password=S3cret microsoft.sql_server shop db1 1433
          jdbc:sqlserver://db1\\I1:1433;databaseName=shop microsoft.sql_server I1|shop db1 1433
          jdbc:sqlserver://db1\\I1;encrypt=true microsoft.sql_server I1 db1 -1
          jdbc:sqlserver://;serverName=db1;portNumber=1;database=shop microsoft.sql_server shop db1 1
          `jdbc:sqlserver://db1;databaseName={My DB};user=u` microsoft.sql_server `My DB` db1 -1
          `jdbc:sqlserver://db1;databaseName=My DB` microsoft.sql_server `My DB` db1 -1
          jdbc:jtds:sqlserver://db1:1433/shop;instance=i microsoft.sql_server shop db1 1433
          jdbc:db2://db1:50000/shop:user=u;password=S3cret; ibm.db2 shop db1 50000
          jdbc:db2:shop ibm.db2 shop - -1
          jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1 h2database shop - -1
          jdbc:h2:C:\\data\\shop h2database shop - -1
          jdbc:h2:~/shop h2database shop - -1
          jdbc:h2:file:/var/data/shop;USER=sa h2database shop - -1
          jdbc:h2:tcp://db1:9092/~/shop h2database shop db1 9092
          jdbc:derby:memory:shop;create=true derby shop - -1
          jdbc:derby:/var/data/shop derby shop - -1
          jdbc:derby://db1:1527/shop;user=u derby shop db1 1527
          jdbc:hsqldb:hsql://db1/shop hsqldb shop db1 -1
          jdbc:sqlite:/var/data/shop.db sqlite shop.db - -1
          jdbc:clew:postgresql://db1/shop postgresql shop db1 -1
          jdbc:aws-wrapper:mysql://db1/shop mysql shop db1 -1
          jdbc:clew:aws-wrapper:mysql://db1/shop mysql shop db1 -1
          jdbc-secretsmanager:postgresql://db1:5432/shop postgresql shop db1 5432
          jdbc:mysql:aws://db1:3306/shop mysql shop db1 3306
          jdbc:mysql://u:S3cret@[db1:3307,db2:3308]/shop mysql shop db1 3307
          jdbc:nobody:knows other_sql - - -1
          """)
  void saysWhereTheDatabaseIs(String url, String system, String namespace, String host, int port) {
    Database database = JdbcUrls.parse(url);

    assertThat(database.system()).isEqualTo(system);
    assertThat(database.namespace()).isEqualTo(namespace.equals("-") ? null : namespace);
    assertThat(database.address()).isEqualTo(host.equals("-") ? null : host);
    assertThat(database.port()).isEqualTo(port);
    assertThat(database.toString()).doesNotContain("S3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.abc.eu-west-1.rds.amazonaws.com, eu-west-1",
    "shop.abc.us-east-1.rds-fips.amazonaws.com, us-east-1",
    "shop.cluster-abc.us-east-2.rds.amazonaws.com, us-east-2",
    "shop.cluster-ro-abc.us-east-2.rds.amazonaws.com, us-east-2",
    "reports.cluster-custom-abc.us-east-2.rds.amazonaws.com, us-east-2",
    "shop.shardgrp-abc.us-east-2.rds.amazonaws.com, us-east-2",
    "shop.proxy-abc.eu-west-1.rds.amazonaws.com, eu-west-1",
    "readers.endpoint.proxy-abc.eu-west-1.rds.amazonaws.com, eu-west-1",
    "SHOP.ABC.EU-WEST-1.RDS.AMAZONAWS.COM., eu-west-1",
    "shop.proxy-abc.cn-north-1.rds.amazonaws.com.cn, cn-north-1",
    "shop.cluster-abc.rds.cn-northwest-1.amazonaws.com.cn, cn-northwest-1",
    "shop.abc.rds.us-gov-west-1.amazonaws.com, us-gov-west-1",
    "shop.abc.rds.us-iso-east-1.c2s.ic.gov, us-iso-east-1",
    "shop.abc.eusc-de-east-1.rds.amazonaws.eu, eusc-de-east-1",
    "shop.global-abc.global.rds.amazonaws.com, ",
    "wh.abc.ap-south-1.redshift.amazonaws.com, ap-south-1",
    "wh.123456789012.ap-south-1.redshift-serverless.amazonaws.com, ap-south-1"
  })
  void databasesOfAmazonAreKnown(String host, String region) {
    Database database = JdbcUrls.parse("jdbc:postgresql://" + host + ":5432/shop");

    assertThat(database.cloudProvider()).isEqualTo("aws");
    assertThat(database.cloudRegion()).isEqualTo(region);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:aws-wrapper:postgresql://HOST:5432/shop",
        "jdbc:aws-wrapper:mysql://HOST/shop?wrapperPlugins=failover",
        "jdbc:aws-wrapper:mariadb://HOST/shop",
        "jdbc:mysql:replication://HOST,db2/shop",
        "jdbc:mysql://address=(host=HOST)(port=3306)/shop",
        "jdbc:mariadb:aurora://HOST/shop",
        "jdbc:oracle:thin:@//HOST:1521/ORCL",
        "jdbc:oracle:thin:@HOST:1521:ORCL",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=HOST)(PORT=2484)))",
        "jdbc:sqlserver://HOST:1433;databaseName=shop",
        "jdbc:sqlserver://;serverName=HOST;databaseName=shop",
        "jdbc:db2://HOST:50000/shop:sslConnection=true;"
      })
  void databasesOfAmazonAreKnownToEveryDriver(String url) {
    String host = "shop.cluster-abc.eu-west-1.rds.amazonaws.com";
    Database database = JdbcUrls.parse(url.replaceFirst("HOST(?!=)", host));

    assertThat(database.address()).isEqualTo(host);
    assertThat(database.cloudProvider()).isEqualTo("aws");
    assertThat(database.cloudRegion()).isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rds.amazonaws.com",
        "rds.eu-west-1.amazonaws.com",
        "eu-west-1.rds.amazonaws.com",
        "db1.example.com",
        "x.rds.example.com",
        "a.b.c.s3.amazonaws.com"
      })
  void otherDatabasesHaveNoCloud(String host) {
    Database database = JdbcUrls.parse("jdbc:postgresql://" + host + "/shop");

    assertThat(database.cloudProvider()).isNull();
    assertThat(database.cloudRegion()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "jdbc", "jdbc:", "jdbc:h2", "odbc:h2:x", ":::", "jdbc::"})
  void whatIsNoUrlIsUnknown(String url) {
    assertThat(JdbcUrls.parse(url)).isSameAs(Database.UNKNOWN);
  }

  @Test
  void anyTextIsTaken() {
    SplittableRandom random = new SplittableRandom(7);
    String[] drivers = {"postgresql", "mysql", "oracle", "sqlserver", "db2", "h2", "derby", "jtds"};
    String alphabet = ":/@;=?&,()[]{}\\.-_ abh1hostportHOST=(";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder url = new StringBuilder("jdbc:" + drivers[i % drivers.length] + ":");
      for (int length = random.nextInt(30); length > 0; length--) {
        url.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(JdbcUrls.parse(url.toString()).system()).isNotEqualTo("other_sql");
    }
  }
}
