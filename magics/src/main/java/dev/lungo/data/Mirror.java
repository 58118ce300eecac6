package dev.lungo.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A web server that has the files under one address.
 *
 * @param base the address of the folder, with a slash at the end
 * @param suffix what the files are called there beyond their names: {@code .gz} or nothing
 * @param connect how long connecting may take
 * @param stall how long the server may keep silent once connected
 */
record Mirror(URI base, String suffix, Duration connect, Duration stall) implements Source {
    /** A mirror of packed files. */
    static Mirror ofGzip(String base) {
        return new Mirror(URI.create(base), ".gz", Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    @Override
    public String name() {
        return base.getHost();
    }

    @Override
    public boolean online() {
        return true;
    }

    @Override
    public void fetch(List<RemoteFile> files, Path folder, Receiver receiver)
            throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(connect)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        for (RemoteFile file : files) {
            try (InputStream body = open(client, file.name() + suffix);
                    InputStream content = suffix.isEmpty() ? body : new GZIPInputStream(body)) {
                receiver.receive(file, content);
            }
        }
    }

    private InputStream open(HttpClient client, String file)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(file)).timeout(stall).build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, info -> new BodyStream(stall));
        } catch (HttpConnectTimeoutException e) {
            throw new IOException("did not connect within " + connect.toSeconds() + " s", e);
        } catch (HttpTimeoutException e) {
            throw new IOException("did not answer within " + stall.toSeconds() + " s", e);
        } catch (ConnectException e) {
            throw new IOException(unreachable(e), e);
        }
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("answered " + response.statusCode() + " for " + file);
        }
        return response.body();
    }

    private static String unreachable(ConnectException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "could not be found by its name: is there a network?";
            }
        }
        return "could not be reached" + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }
}
