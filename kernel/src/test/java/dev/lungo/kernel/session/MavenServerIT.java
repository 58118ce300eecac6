package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code %maven} with a server: a private one, a slow one, one that does not answer, and none. */
class MavenServerIT extends MavenTesting {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private HttpServer server;
    private TestRepository remote;

    @BeforeEach
    void startServer() throws IOException {
        remote = new TestRepository(home.resolve("remote"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/open", this::file);
        server.createContext("/private", this::file)
                .setAuthenticator(
                        new BasicAuthenticator("repository") {
                            @Override
                            public boolean checkCredentials(String user, String password) {
                                return user.equals("ann") && password.equals("secret");
                            }
                        });
        server.createContext("/silent", this::nothing);
        server.start();
    }

    @AfterEach
    void stopServer() {
        answer.countDown();
        server.stop(0);
    }

    private String url(String context) {
        return "http://localhost:" + server.getAddress().getPort() + context;
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("/\\w+/", "");
        Path file = remote.folder().resolve(path);
        boolean found = Files.isRegularFile(file);
        exchange.sendResponseHeaders(found ? 200 : 404, found ? Files.size(file) : -1);
        if (found) {
            Files.copy(file, exchange.getResponseBody());
        }
        exchange.close();
    }

    private void nothing(HttpExchange exchange) {
        asked.countDown();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Test
    void uses_the_password_that_the_settings_hold() throws IOException {
        remote.jar("org.p:p:1");
        String magics = "%mavenRepo mine " + url("/private") + "\n%maven org.p:p:1";
        assertThat(failure(magics).message()).contains("401").contains("Nothing was added.");

        settings(
                "<servers><server><id>mine</id><username>ann</username>"
                        + "<password>secret</password></server></servers>");
        session.close();
        open();
        value(magics);
        assertThat(printed()).isEqualTo("added org.p:p:1\n");
    }

    @Test
    void asks_the_mirror_that_the_settings_name() throws IOException {
        remote.jar("org.p:p:1");
        settings(
                "<mirrors><mirror><id>all</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>"
                        .formatted(url("/open")));
        value("%mavenRepo mine http://nowhere.invalid/\n%maven org.p:p:1");
        assertThat(printed()).isEqualTo("added org.p:p:1\n");
    }

    @Test
    void shows_how_far_a_large_download_is() throws IOException {
        remote.jar("org.p:p:1");
        Path jar = remote.place("org.p:p:1", "", "jar");
        byte[] packed = Files.readAllBytes(jar);
        Files.write(jar, new byte[5 << 20]);
        Files.write(jar, packed, StandardOpenOption.APPEND); // a zip may have a long head
        value("%mavenRepo mine " + url("/open") + "\n%maven org.p:p:1");

        assertThat(printed())
                .startsWith("\rdownloading: 0 of 5 MB")
                .matches(
                        "(?s)(\r"
                                + "downloading: [0-5] of 5 MB)+\r"
                                + "downloaded 5 MB {6,}\n"
                                + "added org.p:p:1\n");
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_server() throws Exception {
        remote.jar("org.p:p:1");
        var cell =
                CompletableFuture.supplyAsync(
                        () -> run("%mavenRepo mine " + url("/silent") + "\n%maven org.p:p:1"));
        asked.await();
        session.interrupt();

        assertThat(cell.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.name()).isEqualTo("Interrupted"));
        value("%mavenRepo mine " + url("/open") + "\n%maven org.p:p:1");
        assertThat(printed()).isEqualTo("added org.p:p:1\n");
    }

    @Test
    void stays_offline_when_told_to() throws IOException {
        session.close();
        offline = true;
        open();
        remote.jar("org.p:p:1");

        assertThat(failure("%mavenRepo mine " + url("/open") + "\n%maven org.p:p:1").message())
                .startsWith("%maven: Cannot access ")
                .contains("in offline mode")
                .endsWith(
                        " LUNGO_OFFLINE=1 is set: unset it and restart the kernel to download."
                                + " Nothing was added.");
    }

    private boolean offline;

    @Override
    protected Map<String, String> environment() {
        return offline ? Map.of("LUNGO_OFFLINE", "1") : Map.of();
    }
}
