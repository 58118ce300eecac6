package dev.lungo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a web answer, read by one thread, which gives up when nothing more comes.
 *
 * <p>The JDK's own stream has no read timeout, and before Java 20 it swallows an interrupt
 * (JDK-8294047), so a stalled server would hang a notebook for ever.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
    /** What the network thread hands over: some bytes, the end, or why there will be no more. */
    private record Arrival(List<ByteBuffer> bytes, boolean last, Throwable failure) {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final Queue<ByteBuffer> ready = new ArrayDeque<>();
    private final Duration patience;
    private boolean ended;

    BodyStream(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription theirs) {
        subscription.complete(theirs);
        theirs.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrivals.add(new Arrival(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended && ready.isEmpty()) {
            await();
        }
        if (ready.isEmpty()) {
            return -1;
        }
        ByteBuffer first = ready.element();
        int n = Math.min(length, first.remaining());
        first.get(target, offset, n);
        if (!first.hasRemaining()) {
            ready.remove();
        }
        return n;
    }

    private void await() throws IOException {
        Arrival next;
        try {
            next = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (next == null) {
            throw new IOException("stopped sending for " + patience.toSeconds() + " s");
        }
        if (next.failure() != null) {
            throw new IOException("broke off: " + next.failure().getMessage(), next.failure());
        }
        next.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(ready::add);
        ended = next.last();
        if (!ended) {
            subscription.join().request(1);
        }
    }

    @Override
    public void close() {
        ended = true;
        ready.clear();
        subscription.thenAccept(Subscription::cancel);
    }
}
