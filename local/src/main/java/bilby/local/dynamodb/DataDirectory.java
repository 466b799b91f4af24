package bilby.local.dynamodb;

import bilby.local.http.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that keeps the tables: of one server at a time, for two would lose each other's writes. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, and makes it if need be.
     *
     * @throws StartException if it cannot be written to, or another server has it
     */
    static DataDirectory take(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StartException(
                    "Bilby cannot make the directory " + path + "; choose another with -Ddata=<dir>", e);
        }
        if (!Files.isWritable(path)) {
            throw new StartException("Bilby cannot write to " + path + "; choose another directory with -Ddata=<dir>");
        }
        return new DataDirectory(path, lock(path));
    }

    private static FileChannel lock(Path path) {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw taken(path);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw taken(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartException taken(Path path) {
        return new StartException(
                "Bilby cannot use " + path + ": another server has it; choose another with -Ddata=<dir>");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
