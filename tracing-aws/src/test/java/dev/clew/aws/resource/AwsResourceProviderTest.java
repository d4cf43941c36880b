// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.api.config.Settings;
import dev.clew.engine.resource.ResourceProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a process runs; metadata services are servers of the test. */
@Timeout(60)
class AwsResourceProviderTest {

  private static final String TASK = "arn:aws:ecs:eu-central-1:123456789012:task/shop/158d1c8083dd";
  private static final String CONTAINER_ARN =
      "arn:aws:ecs:eu-central-1:123456789012:container/0206b271";

  @TempDir Path root;

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new HashMap<>();
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  /** Long, so that a machine that is busy does not decide; those who do not answer get less. */
  private long limitMillis = 30_000;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void nothingIsSaidAndNobodyAskedElsewhere() {
    variables.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint());

    assertThat(detected()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void engineFindsIt() {
    assertThat(ServiceLoader.load(ResourceProvider.class))
        .hasExactlyElementsOfTypes(AwsResourceProvider.class);
  }

  @Test
  void functionIsKnownByItsVariables() {
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "orders");
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/23/[$LATEST]a1");
    variables.put("AWS_REGION", "eu-central-1");

    assertThat(detected())
        .containsOnly(
            Map.entry("cloud.provider", "aws"),
            Map.entry("cloud.platform", "aws_lambda"),
            Map.entry("cloud.region", "eu-central-1"),
            Map.entry("faas.name", "orders"),
            Map.entry("faas.version", "$LATEST"),
            Map.entry("faas.instance", "2026/11/23/[$LATEST]a1"),
            Map.entry("faas.max_memory", 512L * 1024 * 1024));
    assertThat(asked).isEmpty();
  }

  @Test
  void taskAndContainerAreAskedForOnEcs() {
    onEcs();

    assertThat(detected())
        .containsOnly(
            Map.entry("cloud.provider", "aws"),
            Map.entry("cloud.platform", "aws_ecs"),
            Map.entry("cloud.region", "eu-central-1"),
            Map.entry("cloud.account.id", "123456789012"),
            Map.entry("cloud.availability_zone", "eu-central-1a"),
            Map.entry("cloud.resource_id", CONTAINER_ARN),
            Map.entry("aws.ecs.container.arn", CONTAINER_ARN),
            Map.entry("aws.ecs.task.arn", TASK),
            Map.entry("aws.ecs.task.id", "158d1c8083dd"),
            Map.entry("aws.ecs.task.family", "shop"),
            Map.entry("aws.ecs.task.revision", "7"),
            Map.entry("aws.ecs.launchtype", "fargate"),
            Map.entry("aws.ecs.cluster.arn", "arn:aws:ecs:eu-central-1:123456789012:cluster/shop"),
            Map.entry("container.id", "ea32192c8553"),
            Map.entry("container.name", "ecs-shop-7-orders"),
            Map.entry("container.image.name", "localhost:5000/orders"),
            Map.entry("container.image.id", "sha256:d691691e"));
    assertThat(asked).containsExactly("GET /v4/abc", "GET /v4/abc/task");
    assertThat(problems).isEmpty();
  }

  @Test
  void instanceIsAskedForOnEc2WithAToken() throws IOException {
    onEc2();
    answers.put("/latest/api/token", "the token");
    answers.put(
        "/latest/dynamic/instance-identity/document",
        """
        {"accountId":"123456789012","availabilityZone":"eu-central-1b","imageId":"ami-5fb8c835",
         "instanceId":"i-1234567890abcdef0","instanceType":"t4g.small","region":"eu-central-1"}""");

    assertThat(detected())
        .containsOnly(
            Map.entry("cloud.provider", "aws"),
            Map.entry("cloud.platform", "aws_ec2"),
            Map.entry("cloud.region", "eu-central-1"),
            Map.entry("cloud.account.id", "123456789012"),
            Map.entry("cloud.availability_zone", "eu-central-1b"),
            Map.entry("host.id", "i-1234567890abcdef0"),
            Map.entry("host.type", "t4g.small"),
            Map.entry("host.image.id", "ami-5fb8c835"));
    assertThat(asked)
        .containsExactly(
            "PUT /latest/api/token", "GET /latest/dynamic/instance-identity/document the token");
  }

  @Test
  void instanceIsNotAskedForWhereThatIsSwitchedOff() throws IOException {
    onEc2();
    variables.put("AWS_EC2_METADATA_DISABLED", "true");

    assertThat(detected()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void podIsKnownByVariablesAndFiles() throws IOException {
    variables.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    variables.put("HOSTNAME", "orders-5d9c7");
    file("var/run/secrets/kubernetes.io/serviceaccount/namespace", "shop\n");
    file("proc/self/mountinfo", "1 2 / /containers/" + "ab12".repeat(16) + "/hosts /etc/hosts\n");

    assertThat(detected())
        .containsOnly(
            Map.entry("k8s.pod.name", "orders-5d9c7"),
            Map.entry("k8s.namespace.name", "shop"),
            Map.entry("container.id", "ab12".repeat(16)));
  }

  @Test
  void podWithARoleOfEksIsOnEks() {
    variables.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    variables.put(
        "AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/secrets/eks.amazonaws.com/serviceaccount/token");

    assertThat(detected())
        .containsOnly(Map.entry("cloud.provider", "aws"), Map.entry("cloud.platform", "aws_eks"));
  }

  @Test
  void environmentOfElasticBeanstalkIsKnownByItsFile() throws IOException {
    file(
        "var/elasticbeanstalk/xray/environment.conf",
        "{\"deployment_id\":3,\"version_label\":\"1.2\",\"environment_name\":\"shop-prod\"}");

    assertThat(detected())
        .containsOnly(
            Map.entry("cloud.provider", "aws"),
            Map.entry("cloud.platform", "aws_elastic_beanstalk"),
            Map.entry("service.namespace", "shop-prod"),
            Map.entry("service.version", "1.2"));
  }

  /** Waits for ever if nobody gives up. */
  @Test
  void whoDoesNotAnswerIsNotWaitedFor() {
    onEcs();
    answers.put("/v4/abc", "SILENT");
    limitMillis = 300;

    assertThat(detected())
        .containsOnly(Map.entry("cloud.provider", "aws"), Map.entry("cloud.platform", "aws_ecs"));
    assertThat(problems).singleElement().asString().startsWith("CLEW-0700: ");
  }

  @Test
  void whoAnswersByteByByteIsNotWaitedFor() {
    onEcs();
    answers.put("/v4/abc/task", "DRIPPING");
    limitMillis = 3_000;

    assertThat(detected()).containsKey("container.id").doesNotContainKey("aws.ecs.task.arn");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0700: ");
  }

  @Test
  void redirectsAreNotFollowed() {
    onEcs();
    answers.put("/v4/abc", "REDIRECT");

    assertThat(detected()).doesNotContainKey("container.id");
    assertThat(asked).containsExactly("GET /v4/abc");
    assertThat(problems).singleElement().asString().contains("status 302");
  }

  @Test
  void nothingIsDetectedWhereItIsSwitchedOff() {
    onEcs();
    settings.put("otel.resource.providers.aws.enabled", "false");

    assertThat(detected()).isEmpty();
    assertThat(asked).isEmpty();
  }

  private Map<String, Object> detected() {
    return new AwsResourceProvider(new Surroundings(variables, root), limitMillis)
        .attributes(Settings.of(settings::get, (id, message) -> problems.add(id + ": " + message)));
  }

  private void onEcs() {
    variables.put("ECS_CONTAINER_METADATA_URI_V4", endpoint() + "/v4/abc");
    answers.put(
        "/v4/abc",
        """
        {"DockerId":"ea32192c8553","Name":"orders","DockerName":"ecs-shop-7-orders",
         "Image":"localhost:5000/orders:1.2","ImageID":"sha256:d691691e","ContainerARN":"%s"}"""
            .formatted(CONTAINER_ARN));
    answers.put(
        "/v4/abc/task",
        """
        {"Cluster":"shop","TaskARN":"%s","Family":"shop","Revision":"7","LaunchType":"FARGATE",
         "AvailabilityZone":"eu-central-1a","Containers":[{"DockerId":"other","Family":"other"}]}"""
            .formatted(TASK));
  }

  private void onEc2() throws IOException {
    file("sys/devices/virtual/dmi/id/sys_vendor", "Amazon EC2\n");
    variables.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint() + "/");
  }

  private String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token");
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path + (token == null ? "" : " " + token));
    String answer = answers.getOrDefault(path, "");
    switch (answer) {
      case "SILENT" -> waitForTheEnd();
      case "DRIPPING" -> drip(exchange);
      case "REDIRECT" -> {
        exchange.getResponseHeaders().set("Location", endpoint() + "/elsewhere");
        exchange.sendResponseHeaders(302, -1);
      }
      default -> {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
    exchange.close();
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    try {
      while (!testIsOver.await(20, TimeUnit.MILLISECONDS)) {
        body.write(' ');
        body.flush();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitForTheEnd() {
    try {
      testIsOver.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
