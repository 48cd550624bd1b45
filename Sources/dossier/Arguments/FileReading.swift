import Articles
import Formats
import Text
import Workers

/// Reads a file that a command was given, here or in a process of its own, as its format asks.
enum FileReading {
    /// Its articles, as they are read. Throws where the file as a whole cannot be read.
    static func readings(in file: SourceFile) throws -> Readings {
        var options = WorkerOptions(environment: Environment.variables)
        options.count = 1
        let pool = WorkerPool(options)
        do throws(ReadingFailure) {
            var readings = try pool.readings(in: file)
            // The pool lives as long as what it reads is taken.
            return Readings { withExtendedLifetime(pool) { readings.next() } }
        } catch {
            switch error {
            case .file(let error): throw error
            case .workers(let error): throw error
            case .interrupted: throw ExitStatus.interrupted
            }
        }
    }

    /// The articles of the file at `path`, or of standard input where it is `-`. What is for bulk may be of any size.
    static func readings(at path: String) throws -> Readings {
        guard path != "-", let file = BulkFile(path) else { return try readings(in: InputFile.read(path)) }
        var open: ArraySlice<Readings.Element> = []
        return Readings {
            while open.isEmpty {
                guard let next = file.next() else { return nil }
                open = next[...]
            }
            return open.popFirst()
        }
    }

    /// Those that can be read; the others get their sentence.
    static func articles(in file: SourceFile) throws -> some Sequence<Article> {
        try readings(in: file).lazy.compactMap { result in
            switch result {
            case .success(let reading): return reading.article
            case .failure(let error):
                Output.complain(error.message)
                return nil
            }
        }
    }
}
